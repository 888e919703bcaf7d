namespace LobbyKit.Web.Campaigns.Seeding;

public sealed class CampaignHeaderSender
{
    public string Name { get; set; } = "";
}
