namespace LobbyKit.Web.Letters;

/// <summary>
/// Letters of a campaign on one day, from one country or in one language. A long campaign has a hundred thousand rows of
/// <see cref="LetterCount"/>, and a few thousand of these: pages read these. Made by <see cref="LetterCounting"/> alone.
/// </summary>
public sealed class LetterSum
{
    public int CampaignId { get; set; }

    public LetterDimension Dimension { get; set; }

    /// <summary>The day as 2026-11-22, the country code, or the tag of the language.</summary>
    public required string Key { get; set; }

    public LetterRoute Route { get; set; }

    public LetterState State { get; set; }

    public int Letters { get; set; }
}
