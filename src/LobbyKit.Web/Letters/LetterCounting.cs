namespace LobbyKit.Web.Letters;

public sealed class LetterCounting;
