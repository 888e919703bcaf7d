using LobbyKit.Templates.Rendering;
using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates;

/// <summary>
/// The letter language's own engine, in every build. It calls itself only as deep as blocks and expressions are nested,
/// which the parser bounds.
/// </summary>
public sealed class LetterEvaluator : ILetterRenderer
{
    public string Name => "LobbyKit";

    /// <inheritdoc />
    public string Render(ParsedTemplate parsed, LetterModel model)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(model);
        var writer = new LetterWriter();
        Write(parsed.Nodes, new ExpressionEvaluator(model), writer);
        return writer.ToString();
    }

    private static void Write(IReadOnlyList<LetterNode> nodes, ExpressionEvaluator values, LetterWriter writer)
    {
        foreach (LetterNode node in nodes)
        {
            switch (node)
            {
                case TextNode text:
                    writer.Write(text.Text);
                    break;
                case PrintNode print:
                    writer.Write(values.Print(print.Value));
                    break;
                case IfNode block:
                    Write(Choose(block, values), values, writer);
                    break;
                case CaseNode block:
                    Write(Choose(block, values), values, writer);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown part of a letter: {node.GetType().Name}.");
            }
        }
    }

    private static IReadOnlyList<LetterNode> Choose(IfNode block, ExpressionEvaluator values)
        => block.Branches.FirstOrDefault(branch => branch.Condition is null || values.IsTrue(branch.Condition))?.Body ?? [];

    private static IReadOnlyList<LetterNode> Choose(CaseNode block, ExpressionEvaluator values)
        => block.Branches
            .FirstOrDefault(branch => branch.Values is null || branch.Values.Any(value => values.AreEqual(block.Value, value)))?
            .Body ?? [];
}
