namespace LobbyKit.Web.Letters;

/// <summary>A supporter who does not exist, to see a letter with.</summary>
/// <param name="Name">A name as people have it where the locale is spoken.</param>
/// <param name="Place">A town.</param>
/// <param name="PersonalMessage">An own paragraph: filler text, in the locale's script where there is some.</param>
/// <param name="Seed">Decides all of it, and which variants are picked.</param>
public sealed record LetterSample(string Name, string Place, string PersonalMessage, int Seed);
