namespace LobbyKit.Web.Campaigns;

/// <summary>A picture of a campaign, as it was checked and cleaned at upload. Never changed: another picture is another row.</summary>
public sealed class CampaignImage
{
    public int Id { get; set; }

    public int CampaignId { get; set; }

    /// <summary>By what the bytes are, never by what a name says: image/png, image/jpeg or image/webp.</summary>
    public required string ContentType { get; set; }

    /// <summary>Without metadata.</summary>
    public required byte[] Content { get; set; }

    /// <summary>SHA-256 of the content in hexadecimal: part of its address, so that browsers may keep it.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Pixels.</summary>
    public int Width { get; set; }

    /// <summary>Pixels.</summary>
    public int Height { get; set; }

    public DateTime CreatedAt { get; set; }
}
