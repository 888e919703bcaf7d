namespace LobbyKit.Web.Letters;

/// <summary>Letters of one day, country, language or route.</summary>
/// <param name="Key">The day as 2026-11-22, the country code, the tag of the language, or the route.</param>
/// <param name="Sent">Letters that this server sends, once confirmed.</param>
/// <param name="Reported">Letters that supporters say they delivered by their own hand.</param>
public sealed record LetterTally(string Key, int Sent, int Reported)
{
    public int All => Sent + Reported;
}
