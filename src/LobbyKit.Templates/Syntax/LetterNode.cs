namespace LobbyKit.Templates.Syntax;

/// <summary>A part of a letter.</summary>
internal abstract record LetterNode;
