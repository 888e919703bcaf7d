namespace LobbyKit.Web.Campaigns.Seeding;

public sealed class CampaignHeaderEvent
{
    public string Name { get; set; } = "";

    public string Place { get; set; } = "";

    public string Starts { get; set; } = "";

    public string Ends { get; set; } = "";

    public string TimeZone { get; set; } = "UTC";

    public string HostCountry { get; set; } = "";
}
