namespace LobbyKit.Web.Campaigns;

/// <summary>An organisation that stands behind a campaign.</summary>
public sealed class CampaignOrganisation
{
    public int Id { get; set; }

    public int CampaignId { get; set; }

    public int Position { get; set; }

    public required string Name { get; set; }

    /// <summary>Absolute address of its site, empty where none is given.</summary>
    public string Url { get; set; } = "";

    /// <summary>Hash of the image that is its logo; empty for none.</summary>
    public string LogoHash { get; set; } = "";
}
