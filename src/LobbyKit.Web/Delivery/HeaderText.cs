using System.Globalization;
using System.Text;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Makes any text fit to stand in a mail header: the one place that keeps line breaks, control characters and text that
/// only looks encoded out of headers.
/// </summary>
public static class HeaderText
{
    public const int LongestSubject = 250;
    public const int LongestName = 100;

    /// <summary>One trimmed line, every run of white space a single space, at most <paramref name="longest"/> UTF-16 units.</summary>
    public static string Clean(string text, int longest)
    {
        // Nothing to do, as for most: one line of plain ASCII.
        if (text.Length <= longest && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && text.AsSpan().Trim(' ').Length == text.Length
            && !text.Contains("  ", StringComparison.Ordinal) && !text.Contains("=?", StringComparison.Ordinal))
        {
            return text;
        }

        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length > 4 * longest)
            {
                break;
            }

            if (IsBlank(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (IsVisible(rune))
            {
                // A reader would decode "=?utf-8?…?=", and whatever it hides, however we encode it.
                line.Append(rune.Value == '?' && line.Length > 0 && line[^1] == '=' ? " ?" : rune.ToString());
            }
        }

        return Shorten(line.ToString().Normalize(), longest).TrimEnd();
    }

    /// <summary>The same for a person's or an organisation's name, in which nothing may look like an address.</summary>
    public static string CleanName(string text, int longest = LongestName)
    {
        foreach (var sign in "<>@\"\\")
        {
            text = text.Replace(sign, ' ');
        }

        return Clean(text, longest);
    }

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned => false,
        // Of the invisible ones, which can turn a text around, only the joiners that Persian and Indic names need.
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        _ => true,
    };

    // Cut between what a reader sees as characters, not inside one.
    private static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= longest)
        {
            end = next;
        }

        return text[..end];
    }
}
