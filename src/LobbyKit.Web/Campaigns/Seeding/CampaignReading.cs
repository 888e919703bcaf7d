namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>What came of reading a campaign's files.</summary>
/// <param name="Campaign">The campaign; null where there are problems.</param>
/// <param name="Problems">What cannot be taken as it is.</param>
/// <param name="Gaps">What a draft may lack or have wrong, and an open campaign may not. A letter with a gap is not published.</param>
public sealed record CampaignReading(Campaign? Campaign, IReadOnlyList<FileProblem> Problems, IReadOnlyList<FileProblem> Gaps);
