using System.Globalization;
using System.Text;

namespace LobbyKit.Templates.Parsing;

/// <summary>Reads a quoted text with Scriban's escapes. Stricter than Scriban: it ends on the line where it begins.</summary>
internal sealed class TextLexer(string source, ProblemList problems)
{
    private const string Escapes = "Use \\\" \\' \\\\ \\n \\t or \\u and four hexadecimal digits; for a backslash, write two.";

    private int _position;

    /// <summary>Reads the text whose quote stands at an offset; null if a problem was found.</summary>
    public string? Read(int start, out int next)
    {
        char quote = source[start];
        var text = new StringBuilder();
        _position = start + 1;
        while (_position < source.Length && source[_position] is not ('\r' or '\n'))
        {
            char c = source[_position];
            if (c == quote)
            {
                if (HoldsTagEnd(source.AsSpan(start, _position - start)))
                {
                    break;
                }

                next = _position + 1;
                return IsFitForLetter(text.ToString(), start) ? text.ToString() : null;
            }

            if (c != '\\')
            {
                text.Append(c);
                _position++;
            }
            else if (ReadEscape() is { } escaped)
            {
                text.Append(escaped);
            }
            else
            {
                problems.Add(_position, ProblemCode.BadEscape, "This backslash begins no escape.", Escapes);
                next = start;
                return null;
            }
        }

        problems.Add(
            start,
            ProblemCode.UnclosedText,
            "This text has no closing quote on its line.",
            $"Write {quote} where it ends; for a new line in it, write \\n.");
        next = start;
        return null;
    }

    /// <summary>The character that the escape at the position stands for, and goes behind it; null if it is none.</summary>
    private char? ReadEscape()
    {
        char letter = _position + 1 < source.Length ? source[_position + 1] : '\0';
        char? simple = letter switch
        {
            '"' or '\'' or '\\' => letter,
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            'v' => '\v',
            '0' => '\0',
            _ => null,
        };
        if (simple is not null)
        {
            _position += 2;
            return simple;
        }

        int digits = letter switch { 'u' => 4, 'x' => 2, _ => 0 };
        if (digits == 0 || _position + 2 + digits > source.Length)
        {
            return null;
        }

        ReadOnlySpan<char> hex = source.AsSpan(_position + 2, digits);
        if (!int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value))
        {
            return null;
        }

        _position += 2 + digits;
        return (char)value;
    }

    /// <summary>True for <c>"no end }} … {{ "</c>: its quote was forgotten, and this one opens the next text.</summary>
    private static bool HoldsTagEnd(ReadOnlySpan<char> text)
    {
        int close = text.IndexOf("}}");
        return close >= 0 && text[close..].Contains("{{", StringComparison.Ordinal);
    }

    private bool IsFitForLetter(string text, int start)
    {
        if (ForbiddenCharacter.Find(text) is not { } found)
        {
            return true;
        }

        problems.Add(start, ProblemCode.ForbiddenCharacter, $"This text holds {found.Name}.", found.Hint);
        return false;
    }
}
