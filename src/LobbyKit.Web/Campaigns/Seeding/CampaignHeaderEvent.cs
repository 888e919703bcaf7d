using System.ComponentModel;

namespace LobbyKit.Web.Campaigns.Seeding;

public sealed class CampaignHeaderEvent
{
    [DefaultValue("")]
    public string Name { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string Place { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string Starts { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string Ends { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string TimeZone { get; set => field = value ?? ""; } = "UTC";

    [DefaultValue("")]
    public string HostCountry { get; set => field = value ?? ""; } = "";
}
