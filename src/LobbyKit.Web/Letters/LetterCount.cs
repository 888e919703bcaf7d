namespace LobbyKit.Web.Letters;

/// <summary>How many letters of one day, country, route and state a campaign has. Made by <see cref="LetterCounting"/> alone.</summary>
public sealed class LetterCount
{
    public int CampaignId { get; set; }

    /// <summary>UTC day on which the letters were written.</summary>
    public DateOnly Day { get; set; }

    public required string CountryCode { get; set; }

    /// <summary>BCP 47 tag of the letters' language.</summary>
    public required string Language { get; set; }

    public LetterRoute Route { get; set; }

    public LetterState State { get; set; }

    public int Letters { get; set; }
}
