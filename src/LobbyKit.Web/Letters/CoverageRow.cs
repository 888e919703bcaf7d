using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Letters;

/// <summary>What a country's supporters get.</summary>
/// <param name="CountryCode">The country, or the institution.</param>
/// <param name="Contact">The office that they write to.</param>
/// <param name="OtherOffices">How many more they can choose.</param>
/// <param name="Letters">The letters on offer, the first choice first.</param>
/// <param name="Routes">How a letter can travel, the best first.</param>
/// <param name="Gaps">What is missing, each in one sentence; empty where all is well.</param>
public sealed record CoverageRow(
    string CountryCode,
    Contact Contact,
    int OtherOffices,
    IReadOnlyList<PublishedLetter> Letters,
    IReadOnlyList<LetterRoute> Routes,
    IReadOnlyList<string> Gaps);
