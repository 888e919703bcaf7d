using System.Globalization;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Contacts;

/// <summary>BCP 47 tags of languages that people write in: en, pt-BR, zh-Hans.</summary>
public static partial class LanguageTag
{
    // What the platform (CLDR) knows of: by its tag, and by its English name, for who types that.
    private static readonly Lazy<Dictionary<string, string>> Tags = new(() => CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(c => c.Name.Length > 0 && !c.Name.Contains('-', StringComparison.Ordinal))
        .ToDictionary(c => c.Name, c => FoldedText.Of(c.EnglishName), StringComparer.OrdinalIgnoreCase));

    /// <param name="text">As typed; case does not matter.</param>
    /// <param name="tag">In the usual case: zh-Hant-TW. Empty where the text is none.</param>
    public static bool TryRead(string text, out string tag)
    {
        tag = "";
        var match = Shape().Match(text);
        var (language, script, region) = (match.Groups[1].Value.ToLowerInvariant(), match.Groups[2].Value, match.Groups[3].Value.ToUpperInvariant());
        if (!match.Success || !Tags.Value.ContainsKey(language) || (region.Length == 2 && !Countries.IsCode(region)))
        {
            return false;
        }

        var parts = new[] { language, script.Length == 0 ? "" : char.ToUpperInvariant(script[0]) + script[1..].ToLowerInvariant(), region };
        tag = string.Join('-', parts.Where(p => p.Length > 0));
        return true;
    }

    /// <returns>The tag of a language that was written out in English; null where there is none.</returns>
    public static string? ByName(string name)
    {
        var wanted = FoldedText.Of(name);
        return wanted.Length == 0 ? null : Tags.Value.FirstOrDefault(t => t.Value == wanted).Key;
    }

    [GeneratedRegex(@"\A([A-Za-z]{2,3})(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|[0-9]{3}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
