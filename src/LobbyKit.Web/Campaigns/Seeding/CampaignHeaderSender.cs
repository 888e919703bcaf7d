using System.ComponentModel;

namespace LobbyKit.Web.Campaigns.Seeding;

public sealed class CampaignHeaderSender
{
    [DefaultValue("")]
    public string Name { get; set => field = value ?? ""; } = "";
}
