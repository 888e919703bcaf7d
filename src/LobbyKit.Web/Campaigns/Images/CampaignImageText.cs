namespace LobbyKit.Web.Campaigns.Images;

/// <summary>What is read out in one language to those who cannot see the picture.</summary>
public sealed class CampaignImageText
{
    public int CampaignImageId { get; set; }

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; set; }

    public required string Alternative { get; set; }
}
