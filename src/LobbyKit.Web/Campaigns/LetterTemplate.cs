namespace LobbyKit.Web.Campaigns;

/// <summary>The organisers' text in one language, optionally for one country; every edit is a new version.</summary>
public sealed class LetterTemplate
{
    public int Id { get; set; }

    public int CampaignId { get; set; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; set; }

    /// <summary>Country code of the offices that it is for; empty for all.</summary>
    public string CountryCode { get; set; } = "";

    /// <summary>The number of the version that supporters get; null while none is published.</summary>
    public int? PublishedNumber { get; set; }

    public List<LetterTemplateVersion> Versions { get; } = [];
}
