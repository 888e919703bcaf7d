namespace LobbyKit.Templates.Parsing;

/// <summary>Collects problems by their offset in the source, up to the most that one parse reports.</summary>
internal sealed class ProblemList(string source)
{
    private readonly List<(int Offset, ProblemCode Code, string Sentence, string? Hint)> _problems = [];

    /// <summary>True once no further problem would be reported, so that reading on is idle.</summary>
    public bool IsFull => _problems.Count >= LetterLimits.Problems;

    public int Count => _problems.Count;

    public void Add(int offset, ProblemCode code, string sentence, string? hint = null)
    {
        if (!IsFull)
        {
            _problems.Add((offset, code, sentence, hint));
        }
    }

    /// <summary>The problems in the order of the text, with lines and columns.</summary>
    public IReadOnlyList<Problem> ToProblems()
    {
        var problems = new List<Problem>();
        int line = 1;
        int lineStart = 0;
        int position = 0;
        foreach ((int offset, ProblemCode code, string sentence, string? hint) in _problems.OrderBy(problem => problem.Offset))
        {
            for (; position < offset; position++)
            {
                if (source[position] == '\n')
                {
                    line++;
                    lineStart = position + 1;
                }
            }

            problems.Add(new Problem(line, offset - lineStart + 1, sentence, hint, code));
        }

        if (IsFull)
        {
            problems.Add(
                new Problem(
                    line,
                    position - lineStart + 1,
                    "There are more problems than can be listed.",
                    "Put these right first.",
                    ProblemCode.TooManyProblems));
        }

        return problems;
    }
}
