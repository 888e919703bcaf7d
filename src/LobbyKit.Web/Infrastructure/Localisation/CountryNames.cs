using System.Collections.Concurrent;
using System.Globalization;

namespace LobbyKit.Web.Infrastructure.Localisation;

/// <summary>Names of countries in any language, from the platform's culture data (CLDR through ICU).</summary>
public static class CountryNames
{
    private static readonly ConcurrentDictionary<(string Language, string Code), string> Names = new();

    // The one body that we write to and CLDR has no code for.
    private static readonly Dictionary<string, string> AfricanUnion = new()
    {
        ["en"] = "African Union",
        ["ar"] = "الاتحاد الأفريقي",
        ["de"] = "Afrikanische Union",
        ["es"] = "Unión Africana",
        ["fr"] = "Union africaine",
        ["it"] = "Unione africana",
        ["ja"] = "アフリカ連合",
        ["pt"] = "União Africana",
        ["tr"] = "Afrika Birliği",
    };

    /// <param name="code">ISO 3166-1 alpha-2, or EU, or XAU.</param>
    /// <param name="language">BCP 47 tag.</param>
    /// <returns>The name without article; the code itself where CLDR has no name.</returns>
    public static string Of(string code, string language) => Names.GetOrAdd((language, code), static key => Find(key.Code, key.Language));

    private static string Find(string code, string language)
    {
        if (code == "XAU")
        {
            return AfricanUnion.GetValueOrDefault(language.Split('-')[0], AfricanUnion["en"]);
        }

        // RegionInfo names a country only in the country's own language. A locale's display name is in the UI language:
        // "French (Germany)", with inner brackets for a name that has some of its own.
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var name = new CultureInfo("fr-" + code).DisplayName;
            var start = name.IndexOfAny(['(', '（']);
            return start < 0 ? code : name[(start + 1)..^1].Replace('[', '(').Replace(']', ')').Replace('［', '（').Replace('］', '）');
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
