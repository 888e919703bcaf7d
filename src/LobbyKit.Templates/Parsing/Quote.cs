using System.Globalization;
using System.Text;

namespace LobbyKit.Templates.Parsing;

/// <summary>Quotes what an author wrote in a sentence: short, and without characters that would spoil the sentence.</summary>
internal static class Quote
{
    private const int Limit = 40;

    public static string Code(ReadOnlySpan<char> source) => $"`{Clean(source)}`";

    public static string Text(ReadOnlySpan<char> text) => $"\"{Clean(text)}\"";

    /// <summary>A character by its number and, where it can be seen, itself.</summary>
    public static string Character(Rune rune) => $"U+{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}";

    private static string Clean(ReadOnlySpan<char> text)
    {
        bool isLong = text.Length > Limit;
        var clean = new StringBuilder();
        foreach (Rune rune in (isLong ? text[..Limit] : text).EnumerateRunes())
        {
            bool canBeSeen = Rune.GetUnicodeCategory(rune)
                is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            clean.Append(canBeSeen ? rune.ToString() : "\uFFFD");
        }

        return isLong ? clean.Append('…').ToString() : clean.ToString();
    }
}
