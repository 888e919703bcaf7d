namespace LobbyKit.Templates.Syntax;

/// <summary>Text as it is printed, white space control applied.</summary>
internal sealed record TextNode(string Text) : LetterNode;
