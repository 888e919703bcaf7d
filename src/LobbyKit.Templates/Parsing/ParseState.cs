using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates.Parsing;

/// <summary>What is counted and collected over a whole template.</summary>
internal sealed class ParseState(ProblemList problems)
{
    private int _functionCalls;

    public ProblemList Problems { get; } = problems;

    public HashSet<string> UsedFields { get; } = new(StringComparer.Ordinal);

    public List<PickExpression> Picks { get; } = [];

    /// <summary>Counts a function call. False, and one problem, once there are too many.</summary>
    public bool CountCall(Token function)
    {
        if (++_functionCalls <= LetterLimits.FunctionCalls)
        {
            return true;
        }

        if (_functionCalls == LetterLimits.FunctionCalls + 1)
        {
            Problems.Add(function.Offset, ProblemCode.TooManyFunctions, $"This template calls more than {LetterLimits.FunctionCalls} functions.");
        }

        return false;
    }
}
