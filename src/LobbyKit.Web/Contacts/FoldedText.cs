using System.Globalization;
using System.Text;

namespace LobbyKit.Web.Contacts;

/// <summary>Text as it is searched: what is left when accents, case, signs and stray spaces do not matter.</summary>
public static class FoldedText
{
    // Letters that Unicode takes apart into nothing, and that people type without.
    private static readonly Dictionary<int, string> Plain = new()
    {
        ['ß'] = "SS",
        ['ẞ'] = "SS",
        ['æ'] = "AE",
        ['Æ'] = "AE",
        ['œ'] = "OE",
        ['Œ'] = "OE",
        ['ø'] = "O",
        ['Ø'] = "O",
        ['ł'] = "L",
        ['Ł'] = "L",
        ['đ'] = "D",
        ['Đ'] = "D",
        ['ð'] = "D",
        ['Ð'] = "D",
        ['þ'] = "TH",
        ['Þ'] = "TH",
        ['ħ'] = "H",
        ['Ħ'] = "H",
        ['ı'] = "I",
    };

    /// <summary>Words in capitals, one space between them. A full stop joins what it stands between: U.K. is UK.</summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder();
        foreach (var rune in WithoutBrokenCharacters(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Plain.TryGetValue(rune.Value, out var plain))
            {
                kept.Append(plain);
            }
            else if (Rune.IsLetterOrDigit(rune) || category == UnicodeCategory.SpacingCombiningMark)
            {
                kept.Append(Rune.ToUpperInvariant(rune));
            }
            else if (category != UnicodeCategory.NonSpacingMark && rune.Value != '.')
            {
                kept.Append(' ');
            }
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Half a surrogate pair, or U+FFFE, cannot be normalised; anybody can type one into an address.
    private static string WithoutBrokenCharacters(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value != 0xFFFE).Select(rune => rune.ToString()));
}
