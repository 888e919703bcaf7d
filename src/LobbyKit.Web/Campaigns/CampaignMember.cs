namespace LobbyKit.Web.Campaigns;

/// <summary>An organiser on a campaign's team.</summary>
public sealed class CampaignMember
{
    public int CampaignId { get; set; }

    public int AccountId { get; set; }

    public DateTime JoinedAt { get; set; }
}
