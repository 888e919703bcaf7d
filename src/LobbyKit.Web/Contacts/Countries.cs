using System.Collections.Concurrent;
using System.Globalization;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Web.Contacts;

/// <summary>The countries that a supporter can be from, and how a typed name is understood.</summary>
public static class Countries
{
    // ISO 3166-1 alpha-2 as assigned, less the six where nobody lives, plus XK, which its people and most post offices use.
    private static readonly string[] IsoCodes = (
        "AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH "
        + "CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL "
        + "GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB "
        + "LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP "
        + "NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST "
        + "SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW")
        .Split(' ');

    private static readonly HashSet<string> Known = [.. IsoCodes, Institutions.EuropeanUnion, Institutions.AfricanUnion];

    // What people write and CLDR does not list: the forms of everyday use.
    private static readonly Dictionary<string, string> Everyday = new()
    {
        ["UK"] = "GB",
        ["GREAT BRITAIN"] = "GB",
        ["ENGLAND"] = "GB",
        ["SCOTLAND"] = "GB",
        ["WALES"] = "GB",
        ["NORTHERN IRELAND"] = "GB",
        ["USA"] = "US",
        ["UNITED STATES OF AMERICA"] = "US",
        ["AMERICA"] = "US",
        ["HOLLAND"] = "NL",
        ["CZECH REPUBLIC"] = "CZ",
        ["TURKIYE"] = "TR",
        ["UAE"] = "AE",
        ["DRC"] = "CD",
        ["IVORY COAST"] = "CI",
        ["BURMA"] = "MM",
        ["KOREA"] = "KR",
        ["PALESTINE"] = "PS",
        ["RUSSIAN FEDERATION"] = "RU",
        ["SWAZILAND"] = "SZ",
        ["EAST TIMOR"] = "TL",
    };

    // Assigned too, though nobody lives there.
    private static readonly HashSet<string> Uninhabited = ["AQ", "BV", "GS", "HM", "TF", "UM"];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<(string Code, string Name)>> FoldedNames = new();

    // What a country calls itself, in each of its languages that the platform knows: Deutschland, Suomi, 日本.
    private static readonly Lazy<IReadOnlyList<(string Code, string Name)>> OwnNames = new(() =>
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => Known.Contains(region.TwoLetterISORegionName))
            .Select(region => (region.TwoLetterISORegionName, Fold(region.NativeName)))
            .Distinct()]);

    // In the languages in which lists come.
    private static readonly Lazy<ILookup<string, string>> ExactNames = new(() =>
        new[] { "en", "fr", "ar", "de", "es", "it", "pt", "ru", "ja", "zh" }
            .SelectMany(language => Known.Select(code => (Code: code, Name: Fold(CountryNames.Of(code, language)))))
            .Concat(OwnNames.Value.Select(n => (n.Code, n.Name)))
            .ToLookup(n => n.Name, n => n.Code));

    /// <summary>Codes of the countries, without the institutions.</summary>
    public static IReadOnlyList<string> All => IsoCodes;

    /// <summary>Whether a supporter can be from there, or it is one of the two institutions.</summary>
    public static bool IsKnown(string code) => Known.Contains(code);

    /// <summary>Whether it stands in ISO 3166-1, or is XK, EU or XAU.</summary>
    public static bool IsCode(string code) => Known.Contains(code) || Uninhabited.Contains(code);

    /// <summary>Names in the given language, in its alphabetical order.</summary>
    public static IReadOnlyList<(string Code, string Name)> In(string language)
    {
        var comparer = StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true);
        return [.. IsoCodes.Select(code => (code, CountryNames.Of(code, language))).OrderBy(c => c.Item2, comparer)];
    }

    /// <summary>
    /// Understands a typed country: its code, its name in any page language or its own, everyday names; accents, case and stray
    /// spaces do not matter.
    /// </summary>
    /// <returns>One code where it is certain; several where the supporter has to choose; none.</returns>
    public static IReadOnlyList<string> Find(string typed, IEnumerable<string> languages)
    {
        var wanted = Fold(typed);
        if (wanted.Length == 0)
        {
            return [];
        }

        if (Everyday.TryGetValue(wanted, out var everyday))
        {
            return [everyday];
        }

        if (wanted.Length == 2 && Known.Contains(wanted))
        {
            return [wanted];
        }

        var names = languages.SelectMany(language => FoldedNames.GetOrAdd(language, FoldNames)).Concat(OwnNames.Value).ToList();
        return Distinct(names.Where(n => n.Name == wanted))
            ?? Distinct(names.Where(n => n.Name.StartsWith(wanted, StringComparison.Ordinal)))
            ?? Distinct(names.Where(n => wanted.Length >= 3 && n.Name.Contains(wanted, StringComparison.Ordinal)))
            ?? Distinct(names.Where(n => wanted.Length >= 4 && Distance(n.Name, wanted) <= wanted.Length / 4))
            ?? [];
    }

    /// <summary>The one country, or institution, of exactly that name: in a page language, its own, or everyday use. Null where there is none, or several.</summary>
    public static string? Named(string name)
    {
        var wanted = Fold(name);
        if (Everyday.TryGetValue(wanted, out var everyday))
        {
            return everyday;
        }

        return ExactNames.Value[wanted].Distinct().Take(2).ToList() is [var only] ? only : null;
    }

    private static IReadOnlyList<string>? Distinct(IEnumerable<(string Code, string Name)> found)
    {
        var codes = found.Select(f => f.Code).Distinct().Take(8).ToList();
        return codes.Count > 0 ? codes : null;
    }

    private static IReadOnlyList<(string Code, string Name)> FoldNames(string language) =>
        [.. IsoCodes.Select(code => (code, Fold(CountryNames.Of(code, language))))];

    /// <summary>As <see cref="FoldedText"/>, and articles do not matter either.</summary>
    private static string Fold(string text) => string.Join(' ', FoldedText.Of(text).Split(' ').Where(word => word is not ("THE" or "AND")));

    /// <summary>Typing mistakes between two names: insertions, deletions, substitutions.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
