using System.Globalization;
using System.Text;
using Bogus;

namespace LobbyKit.Browser.Tests.Steps;

/// <summary>A list of public bodies that do not exist, the way that somebody else's spreadsheet saves it; the same one every time.</summary>
internal sealed class PublicBodies(string mark)
{
    public const int Rows = 5000;

    /// <summary>Rows with a telephone number that nobody abroad can dial.</summary>
    public const int Wrong = 20;

    public static string Name(string mark, int row) => $"Prüfstelle {mark}x{row}";

    /// <summary>Windows-1252 with semicolons.</summary>
    /// <param name="corrected">Whether somebody has been through the numbers.</param>
    public byte[] Write(bool corrected)
    {
        var faker = new Faker("de") { Random = new Randomizer(20130905) };
        var text = new StringBuilder("Nr;Behörde;Land;Ansprechpartner;E-Mail;Telefon;Webseite;Anschrift;Bemerkung\r\n");
        for (var row = 1; row <= Rows; row++)
        {
            var number = faker.Random.Int(100000, 9999999);
            text.Append(CultureInfo.InvariantCulture, $"{row};\"{faker.Company.CompanyName()}, {Name(mark, row)}\";Österreich;{faker.Name.FullName()};stelle{row}@{mark}.behoerde.example;");
            text.Append(row % (Rows / Wrong) == 7 && !corrected ? "Durchwahl " : "+43 1 ").Append(number);
            text.Append(CultureInfo.InvariantCulture, $";https://{mark}.behoerde.example/stelle/{row};\"{faker.Address.StreetAddress()}\n{faker.Address.ZipCode()} {faker.Address.City()}\";{faker.Lorem.Sentence()}\r\n");
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)!.GetBytes(text.ToString());
    }
}
