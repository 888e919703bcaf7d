namespace LobbyKit.Templates.Syntax;

internal sealed record WhenBranch(IReadOnlyList<Expression>? Values, IReadOnlyList<LetterNode> Body);
