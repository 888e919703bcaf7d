namespace LobbyKit.Web.Campaigns;

public enum CampaignState
{
    Draft,
    Scheduled,
    Open,
    Closed,
    Archived,
}
