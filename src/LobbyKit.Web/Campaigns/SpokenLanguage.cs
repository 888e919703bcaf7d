using System.Globalization;

namespace LobbyKit.Web.Campaigns;

/// <summary>The languages that a letter can be in: picked from a list by name, or typed as a BCP 47 tag.</summary>
public static class SpokenLanguage
{
    /// <summary>Tags and English names, in alphabetical order of the names.</summary>
    public static IReadOnlyList<(string Tag, string Name)> All { get; } =
    [
        .. CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(c => c.Name).Concat(["en-US", "pt-BR", "pt-PT", "fr-CA", "es-MX"])
            .Where(tag => tag.Length > 0).Select(tag => (tag, Name(tag))).OrderBy(l => l.Item2, StringComparer.Ordinal),
    ];

    /// <summary>Understands a tag, an English name, a language's own name, and "German (de)" as the list offers it.</summary>
    /// <returns>The tag; null where no such language is known.</returns>
    public static string? Find(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.EndsWith(')') && text.LastIndexOf('(') is >= 0 and var start && IsKnown(text[(start + 1)..^1]))
        {
            text = text[(start + 1)..^1];
        }

        if (IsKnown(text))
        {
            return CultureInfo.GetCultureInfo(text).Name;
        }

        return All.FirstOrDefault(l => l.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
            || CultureInfo.GetCultureInfo(l.Tag).NativeName.Equals(text, StringComparison.OrdinalIgnoreCase)).Tag;
    }

    /// <summary>English name: "German", "Portuguese (Brazil)".</summary>
    public static string Name(string tag) => CultureInfo.GetCultureInfo(tag).EnglishName;

    public static bool IsRightToLeft(string tag) => CultureInfo.GetCultureInfo(tag).TextInfo.IsRightToLeft;

    private static bool IsKnown(string tag)
    {
        try
        {
            // ICU makes a culture of anything that looks like a tag; one that it has no name for is called by its tag.
            var culture = tag.Length is >= 2 and <= 35 ? CultureInfo.GetCultureInfo(tag) : CultureInfo.InvariantCulture;
            return culture.Name.Length > 0 && !culture.EnglishName.StartsWith("Unknown", StringComparison.Ordinal)
                && !culture.EnglishName.Equals(culture.Name, StringComparison.OrdinalIgnoreCase);
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
