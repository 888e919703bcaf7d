using LobbyKit.Templates.Syntax;

namespace LobbyKit.Templates.Parsing;

/// <summary>An <c>if</c> or <c>case</c> whose <c>end</c> was not reached yet.</summary>
internal sealed class OpenBlock
{
    private readonly List<IfBranch> _ifBranches = [];
    private readonly List<WhenBranch> _whenBranches = [];
    private Expression? _condition;
    private IReadOnlyList<Expression>? _values;

    private OpenBlock(int offset, bool isCase)
    {
        Offset = offset;
        IsCase = isCase;
    }

    public static OpenBlock If(int offset, Expression? condition)
        => new(offset, isCase: false) { _condition = condition, HasBranch = true };

    public static OpenBlock Case(int offset, Expression? value) => new(offset, isCase: true) { Value = value };

    /// <summary>A block that the language leaves out, kept only so that its <c>end</c> is not reported too.</summary>
    public static OpenBlock Foreign(int offset) => new(offset, isCase: false) { HasBranch = true, IsForeign = true };

    public int Offset { get; }

    public bool IsForeign { get; private init; }

    public bool IsCase { get; }

    /// <summary>What a <c>case</c> looks at; null if it could not be read.</summary>
    public Expression? Value { get; private init; }

    /// <summary>False for a <c>case</c> before its first <c>when</c>.</summary>
    public bool HasBranch { get; private set; }

    public bool HasElse { get; private set; }

    public int Branches { get; private set; } = 1;

    /// <summary>The nodes of the branch being read.</summary>
    public List<LetterNode> Body { get; private set; } = [];

    /// <summary>The values of every <c>when</c> so far.</summary>
    public HashSet<string> SeenValues { get; } = new(StringComparer.Ordinal);

    public void BeginElseIf(Expression? condition)
    {
        FinishBranch();
        _condition = condition;
    }

    public void BeginWhen(IReadOnlyList<Expression>? values)
    {
        FinishBranch();
        _values = values;
        HasBranch = true;
    }

    public void BeginElse()
    {
        FinishBranch();
        _condition = null;
        _values = null;
        HasElse = true;
    }

    /// <summary>The finished block. Its meaning counts only if no problem was found anywhere.</summary>
    public LetterNode? End()
    {
        FinishBranch();
        if (!IsCase)
        {
            return new IfNode(_ifBranches);
        }

        return Value is null ? null : new CaseNode(Value, _whenBranches);
    }

    private void FinishBranch()
    {
        if (!IsCase)
        {
            _ifBranches.Add(new IfBranch(_condition, Body));
        }
        else if (HasBranch)
        {
            _whenBranches.Add(new WhenBranch(_values, Body));
        }

        Branches++;
        Body = [];
    }
}
