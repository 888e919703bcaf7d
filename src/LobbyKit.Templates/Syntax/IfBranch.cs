namespace LobbyKit.Templates.Syntax;

internal sealed record IfBranch(Expression? Condition, IReadOnlyList<LetterNode> Body);
