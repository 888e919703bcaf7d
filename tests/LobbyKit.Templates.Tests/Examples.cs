using System.Globalization;

namespace LobbyKit.Templates.Tests;

/// <summary>The model behind the examples of <see cref="LetterFields"/> and of the documentation.</summary>
internal static class Examples
{
    public static LetterModel Model { get; } = new()
    {
        SupporterName = "Amina Diallo",
        SupporterPlace = "Lyon",
        PersonalMessage = "My sister lives in Kazan.",
        ContactOffice = "Prime Minister",
        ContactBody = "Government of Canada",
        ContactPerson = "Jane Example",
        ContactSalutation = "Dear Prime Minister",
        ContactRole = ContactRole.HeadOfGovernment,
        ContactCountry = "Canada",
        ContactCountryCode = "CA",
        ContactG20Status = G20Status.Member,
        CountryName = "France",
        CountryCode = "FR",
        CampaignTitle = "Keep Hope Alive",
        CampaignUrl = "https://example.org/keep-hope-alive",
        EventName = "G20 summit",
        EventPlace = "Miami",
        EventStarts = new DateOnly(2026, 12, 14),
        EventEnds = new DateOnly(2026, 12, 15),
        Today = new DateOnly(2026, 11, 22),
        PickSeed = "amina",
        Language = CultureInfo.GetCultureInfo("en"),
    };
}
