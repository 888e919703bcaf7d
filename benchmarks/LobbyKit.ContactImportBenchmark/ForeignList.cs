using System.Globalization;
using System.Text;
using Bogus;

namespace LobbyKit.ContactImportBenchmark;

/// <summary>A list of offices that do not exist, the way that somebody else's spreadsheet saves it; the same one every time.</summary>
internal static class ForeignList
{
    private static readonly string[] Countries = ["Deutschland", "Österreich", "Schweiz", "Frankreich", "Italien", "Polen", "Dänemark", "Belgien"];

    /// <summary>What it does not say.</summary>
    public static IReadOnlyDictionary<string, string> Fixed { get; } = new Dictionary<string, string>
    {
        ["role"] = "institution_head",
        ["g20_status"] = "invited",
        ["languages"] = "de, en",
        ["confidence"] = "low",
    };

    /// <param name="rows">How many.</param>
    /// <param name="locale">Of the made-up names.</param>
    /// <param name="year">In another year every other person is another one.</param>
    public static byte[] Write(int rows, string locale, int year = 0)
    {
        var faker = new Faker(locale) { Random = new Randomizer(20130905) };
        var text = new StringBuilder("Nr;Behörde;Land;Ansprechpartner;E-Mail;Telefon;Webseite;Anschrift;Bemerkung\r\n");
        for (var i = 1; i <= rows; i++)
        {
            var person = faker.Name.FullName() + (year > 0 && i % 2 == 0 ? " (neu)" : "");
            text.Append(CultureInfo.InvariantCulture, $"{i};\"{faker.Company.CompanyName()}, Prüfstelle {i}\";{faker.PickRandom(Countries)};{person};stelle{i}@behoerde.example;");
            text.Append(CultureInfo.InvariantCulture, $"+49 30 {faker.Random.Int(100000, 9999999)};https://behoerde.example/stelle/{i};");
            text.Append(CultureInfo.InvariantCulture, $"\"{faker.Address.StreetAddress()}\n{faker.Address.ZipCode()} {faker.Address.City()}\";{faker.Lorem.Sentence()}\r\n");
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)!.GetBytes(text.ToString());
    }
}
