namespace LobbyKit.Templates.Syntax;

/// <summary>The first branch whose condition holds; a last branch without a condition is the <c>else</c>.</summary>
internal sealed record IfNode(IReadOnlyList<IfBranch> Branches) : LetterNode;
