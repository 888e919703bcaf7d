using System.Runtime.CompilerServices;
using LobbyKit.Templates.Scriban;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace LobbyKit.Templates;

/// <summary>
/// Renders with Scriban, in the full build. Scriban sees only text that the letter language's parser has accepted, and
/// of the model only texts and one number; every rendering has a context of its own.
/// </summary>
public sealed class ScribanRenderer : ILetterRenderer
{
    private readonly ConditionalWeakTable<ParsedTemplate, Template> _templates = [];

    public string Name => "Scriban";

    /// <inheritdoc />
    public string Render(ParsedTemplate parsed, LetterModel model)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ArgumentNullException.ThrowIfNull(model);
        Template template = _templates.GetValue(parsed, static key => Compile(key));
        try
        {
            return template.Render(new ScribanContext(parsed, model, new ScribanOutput()));
        }
        catch (ScriptRuntimeException exception) when (exception.InnerException is LetterTooLongException)
        {
            throw new LetterTooLongException();
        }
    }

    private static Template Compile(ParsedTemplate parsed)
    {
        Template template = Template.Parse(parsed.Source, parserOptions: new ParserOptions { ExpressionDepthLimit = 250 });
        return !template.HasErrors
            ? template
            : throw new InvalidOperationException($"Scriban does not accept a template that the letter language does: {template.Messages}");
    }
}
