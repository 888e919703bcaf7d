namespace LobbyKit.Web.Letters;

/// <summary>How often a step of the journey was taken. Nothing tells by whom: two visits of one person are two.</summary>
public sealed class JourneyCount
{
    public int CampaignId { get; set; }

    /// <summary>UTC day, as letters are counted.</summary>
    public DateOnly Day { get; set; }

    /// <summary>The country that was chosen; empty where none is yet.</summary>
    public required string CountryCode { get; set; }

    public JourneyStep Step { get; set; }

    public int Visits { get; set; }
}
