using System.Text;

namespace LobbyKit.Web.Infrastructure.Forms;

/// <summary>Typed text as it is kept: what nobody sees and nobody meant is gone, everything else is as it was typed.</summary>
public static class TypedText
{
    /// <summary>For one line: outer blanks, line breaks and control characters go, and the marks that turn the direction of text around.</summary>
    public static string Line(string? typed)
    {
        var line = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029)
            {
                line.Append(' ');
            }
            else if (!TurnsDirection(rune))
            {
                line.Append(rune);
            }
        }

        return line.ToString().Trim();
    }

    /// <summary>For paragraphs: lines end in LF, control characters go.</summary>
    public static string Paragraphs(string? typed)
    {
        var text = new StringBuilder();
        foreach (var rune in (typed ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            {
                text.Append(rune);
            }
        }

        return text.ToString().Trim();
    }

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
