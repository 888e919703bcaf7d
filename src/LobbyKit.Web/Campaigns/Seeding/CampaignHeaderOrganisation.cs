namespace LobbyKit.Web.Campaigns.Seeding;

public sealed class CampaignHeaderOrganisation
{
    public string Name { get; set; } = "";

    public string Url { get; set; } = "";
}
