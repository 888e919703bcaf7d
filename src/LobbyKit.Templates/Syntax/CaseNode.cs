namespace LobbyKit.Templates.Syntax;

/// <summary>The first branch that holds the value; a last branch without values is the <c>else</c>.</summary>
internal sealed record CaseNode(Expression Value, IReadOnlyList<WhenBranch> Branches) : LetterNode;
