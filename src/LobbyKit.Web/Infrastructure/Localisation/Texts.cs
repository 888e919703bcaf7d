namespace LobbyKit.Web.Infrastructure.Localisation;

/// <summary>
/// Every word that people read, by key: <c>Texts.resx</c> is English, <c>Texts.fr.resx</c> French. Another language is another such
/// file and nothing else.
/// </summary>
public sealed class Texts;
