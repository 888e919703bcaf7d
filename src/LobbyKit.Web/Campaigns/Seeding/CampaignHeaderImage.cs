using System.ComponentModel;

namespace LobbyKit.Web.Campaigns.Seeding;

public sealed class CampaignHeaderImage
{
    /// <summary>Its path: <c>images/rally.jpg</c>.</summary>
    [DefaultValue("")]
    public string File { get; set => field = value ?? ""; } = "";

    /// <summary>What is read out to those who cannot see it, by language.</summary>
    public Dictionary<string, string?> Alternative { get; set => field = value ?? []; } = [];
}
