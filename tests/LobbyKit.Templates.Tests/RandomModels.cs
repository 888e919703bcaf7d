using System.Globalization;
using Bogus;

namespace LobbyKit.Templates.Tests;

/// <summary>Makes models of a random seed: believable ones with holes, and now and then hostile values.</summary>
internal static class RandomModels
{
    private static readonly string[] Languages = ["en", "en-US", "de", "fr", "ja", "ar", "tr", "ru", "fa", "th", "zh-Hans", "es"];

    private static readonly string[] Odd =
    [
        "", "", " ", "\n", "{{ supporter.name }}", "}}", "{% if %}", "2026-12-14", "DE", "Amina", "x", "İıi", "ßẞ", "\0", "\uD800", "🙂🙂🙂", "e\u0301e\u0301e\u0301", "\u202Eabc", "a\r\nb\n  c", "null", "true", "7", "  padded  ",
    ];

    public static LetterModel Make(int seed)
    {
        var faker = new Faker { Random = new Randomizer(seed) };
        DateOnly today = new DateOnly(2026, 12, 14).AddDays(faker.Random.Int(-30, 5));
        DateOnly starts = new DateOnly(2026, 12, 14).AddDays(faker.Random.Int(0, 2));
        return new LetterModel
        {
            SupporterName = Text(faker.Name.FullName()),
            SupporterPlace = Text(faker.Address.City()),
            PersonalMessage = Text(faker.Lorem.Paragraphs(2, "\n\n")),
            ContactOffice = Text("President"),
            ContactBody = Text(faker.Company.CompanyName()),
            ContactPerson = Text(faker.Name.FullName()),
            ContactSalutation = Text("Dear President"),
            ContactRole = faker.PickRandom<ContactRole>(),
            ContactCountry = Text(faker.Address.Country()),
            ContactCountryCode = Text("DE"),
            ContactG20Status = faker.PickRandom<G20Status>(),
            CountryName = Text(faker.Address.Country()),
            CountryCode = Text(faker.Address.CountryCode()),
            CampaignTitle = Text("Keep Hope Alive"),
            CampaignUrl = Text(faker.Internet.Url()),
            EventName = Text("G20"),
            EventPlace = Text(faker.Address.City()),
            EventStarts = starts,
            EventEnds = starts.AddDays(faker.Random.Int(0, 3)),
            Today = today,
            Language = CultureInfo.GetCultureInfo(faker.PickRandom(Languages)),
            PickSeed = faker.Random.AlphaNumeric(faker.Random.Int(0, 20)),
        };

        string Text(string believable) => faker.Random.Int(0, 2) == 0 ? faker.PickRandom(Odd) : believable;
    }
}
