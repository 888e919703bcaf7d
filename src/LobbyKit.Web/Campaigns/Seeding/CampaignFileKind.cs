namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>What a file is in a campaign's folder; the path says it.</summary>
public enum CampaignFileKind
{
    /// <summary>Nothing that belongs to a campaign.</summary>
    Unknown,

    /// <summary><c>campaign.md</c>.</summary>
    Settings,

    /// <summary><c>campaign.fr.md</c>.</summary>
    Translation,

    /// <summary><c>letters/de.scriban</c>, <c>letters/de@AT.scriban</c>.</summary>
    Letter,

    /// <summary><c>images/rally.jpg</c>.</summary>
    Image,
}
