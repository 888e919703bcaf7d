namespace LobbyKit.Templates.Syntax;

internal sealed record PrintNode(Expression Value) : LetterNode;
