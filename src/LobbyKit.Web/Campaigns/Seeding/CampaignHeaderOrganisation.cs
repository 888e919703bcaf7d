using System.ComponentModel;

namespace LobbyKit.Web.Campaigns.Seeding;

public sealed class CampaignHeaderOrganisation
{
    [DefaultValue("")]
    public string Name { get; set => field = value ?? ""; } = "";

    [DefaultValue("")]
    public string Url { get; set => field = value ?? ""; } = "";

    /// <summary>The file of its logo.</summary>
    [DefaultValue("")]
    public string Logo { get; set => field = value ?? ""; } = "";
}
