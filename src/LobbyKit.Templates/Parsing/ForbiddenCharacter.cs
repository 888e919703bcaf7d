using System.Text;

namespace LobbyKit.Templates.Parsing;

/// <summary>
/// Finds characters that do not belong in a letter: they cannot be sent or seen, or, as right-to-left overrides, make a
/// text look different from what it is. Marks and isolates, which right-to-left letters need, are not among them.
/// </summary>
internal readonly record struct ForbiddenCharacter(int Offset, string Name, string Hint)
{
    /// <summary>The first one from an offset on, or null.</summary>
    public static ForbiddenCharacter? Find(string text, int start = 0)
    {
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || c is ' ' or '\n' or '\t')
            {
                continue;
            }

            if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n')
                {
                    return new(i, "a carriage return without a line feed", "Save the letter with ordinary line ends.");
                }
            }
            else if (char.IsControl(c) || c is '\uFFFE' or '\uFFFF')
            {
                return new(i, $"the control character {Quote.Character(new Rune(c))}", "Take it out.");
            }
            else if (c is >= '\u202A' and <= '\u202E')
            {
                return new(
                    i,
                    $"the direction control {Quote.Character(new Rune(c))}, which can make a text look different from what it is",
                    "Take it out; for mixed directions use the marks U+200E and U+200F or the isolates U+2066 to U+2069.");
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                return new(i, "half a character (a lone surrogate)", "Take it out, or paste the text again.");
            }
        }

        return null;
    }
}
