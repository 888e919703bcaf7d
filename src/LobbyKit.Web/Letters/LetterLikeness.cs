using System.Globalization;
using System.Text;

namespace LobbyKit.Web.Letters;

/// <summary>
/// How alike letters are, as a filter sees it: the share of four-word runs that two of them have in common (Jaccard similarity of
/// shingles), from 0 for nothing to 1 for the same words.
/// </summary>
/// <param name="Mean">Over all pairs.</param>
/// <param name="Highest">Of the two that are most alike.</param>
public sealed record LetterLikeness(double Mean, double Highest)
{
    private const int WordsInShingle = 4;

    /// <summary>Above it, most of a letter's text is that of any other: what bulk filters look for.</summary>
    public const double TooAlike = 0.5;

    public bool IsTooAlike => Mean >= TooAlike;

    /// <returns>0 for fewer than two letters.</returns>
    public static LetterLikeness Of(IReadOnlyList<string> letters)
    {
        var shingles = letters.Select(Shingles).ToList();
        var pairs = new List<double>();
        for (var i = 0; i < shingles.Count; i++)
        {
            for (var j = i + 1; j < shingles.Count; j++)
            {
                pairs.Add(Jaccard(shingles[i], shingles[j]));
            }
        }

        return pairs.Count == 0 ? new LetterLikeness(0, 0) : new LetterLikeness(pairs.Average(), pairs.Max());
    }

    /// <summary>A word for a figure.</summary>
    public static string Word(double likeness) => likeness switch
    {
        >= 0.999 => "the same",
        >= 0.8 => "almost the same",
        >= TooAlike => "very alike",
        >= 0.25 => "alike in part",
        _ => "different",
    };

    private static double Jaccard(HashSet<string> a, HashSet<string> b)
    {
        var both = a.Count(b.Contains);
        var either = a.Count + b.Count - both;
        return either == 0 ? 1 : (double)both / either;
    }

    private static HashSet<string> Shingles(string text)
    {
        var words = Words(text);
        if (words.Count < WordsInShingle)
        {
            return words.Count == 0 ? [] : [string.Join(' ', words)];
        }

        return [.. Enumerable.Range(0, words.Count - WordsInShingle + 1).Select(i => string.Join(' ', words.Skip(i).Take(WordsInShingle)))];
    }

    // Case, accents' encoding and punctuation make no letter another one. Scripts without spaces between words count by characters.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            var isWritten = Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (!isWritten || HasNoSpaces(rune))
            {
                Flush();
            }

            if (isWritten)
            {
                word.Append(Rune.ToLowerInvariant(rune));
                if (HasNoSpaces(rune))
                {
                    Flush();
                }
            }
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    // Thai, Lao, Myanmar, Khmer; kana and Han.
    private static bool HasNoSpaces(Rune rune) => rune.Value
        is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);
}
