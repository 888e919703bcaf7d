namespace LobbyKit.Web.Campaigns;

/// <summary>How often a step of the journey was taken on one day, as one node counted it. Nothing is known of who took it.</summary>
public sealed class JourneyCount
{
    public int CampaignId { get; set; }

    /// <summary>UTC day.</summary>
    public DateOnly Day { get; set; }

    public JourneyStep Step { get; set; }

    /// <summary>Each node writes rows of its own, so that none waits for another.</summary>
    public Guid Node { get; set; }

    public int Times { get; set; }
}
