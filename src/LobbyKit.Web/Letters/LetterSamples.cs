using System.Globalization;
using Bogus;

namespace LobbyKit.Web.Letters;

/// <summary>Makes sample supporters. The same seed and locale give the same person.</summary>
public static class LetterSamples
{
    // Bogus's own spellings, where they are no language tags; those left out are jokes or unfinished.
    private static readonly Dictionary<string, string> Spellings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cz"] = "cs",
        ["ge"] = "ka",
        ["en_IND"] = "en-IN",
        ["zh_CN"] = "zh-Hans",
        ["zh_TW"] = "zh-Hant",
    };

    // Where the family's name stands first.
    private static readonly string[] FamilyFirst = ["ja", "ko", "vi", "zh"];

    private static readonly string[] LeftOut = ["en_AU_ocker", "en_BORK"];

    private static readonly Dictionary<string, string> LocaleOfTag = Database.GetAllLocales()
        .Where(locale => !LeftOut.Contains(locale))
        .ToDictionary(Tag, locale => locale, StringComparer.OrdinalIgnoreCase);

    /// <summary>The languages that samples come in: BCP 47 tags with their English names, in alphabetical order of the names.</summary>
    public static IReadOnlyList<(string Tag, string Name)> Languages { get; } =
        [.. LocaleOfTag.Keys.Select(tag => (tag, CultureInfo.GetCultureInfo(tag).EnglishName)).OrderBy(l => l.EnglishName, StringComparer.Ordinal)];

    /// <summary>The sample language nearest to a letter's: with the country, without it, any of the same language, English.</summary>
    public static string Nearest(string language, string countryCode)
    {
        var primary = language.Split('-')[0];
        string[] wanted = [$"{primary}-{countryCode}", language, primary];
        return wanted.FirstOrDefault(LocaleOfTag.ContainsKey)
            ?? LocaleOfTag.Keys.Order(StringComparer.Ordinal).FirstOrDefault(tag => tag.Split('-')[0].Equals(primary, StringComparison.OrdinalIgnoreCase))
            ?? "en";
    }

    /// <param name="tag">One of <see cref="Languages"/>; English for any other.</param>
    /// <param name="seed">Any number.</param>
    public static LetterSample Make(string tag, int seed)
    {
        var faker = new Faker(LocaleOfTag.GetValueOrDefault(tag, "en")) { Random = new Randomizer(seed) };
        var name = FamilyFirst.Contains(tag.Split('-')[0]) ? $"{faker.Name.LastName()} {faker.Name.FirstName()}" : faker.Name.FullName();
        return new LetterSample(name, faker.Address.City(), faker.Lorem.Paragraph(2), seed);
    }

    private static string Tag(string locale) => Spellings.GetValueOrDefault(locale) ?? locale.Replace('_', '-');
}
