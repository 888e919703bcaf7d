namespace LobbyKit.Web.Campaigns.Images;

/// <summary>
/// A picture of a campaign. It is in the database because nodes share nothing else, and is never changed: another file is another picture.
/// </summary>
public sealed class CampaignImage
{
    public int Id { get; set; }

    public int CampaignId { get; set; }

    /// <summary>SHA-256 of <see cref="Bytes"/>, lower-case hexadecimal. The campaign and its organisations name it by this.</summary>
    public required string Hash { get; set; }

    public ImageType Type { get; set; }

    /// <summary>In pixels, as it is shown.</summary>
    public int Width { get; set; }

    /// <summary>In pixels, as it is shown.</summary>
    public int Height { get; set; }

    /// <summary>As <see cref="ImageCleaner"/> wrote it. Up to 1 MB: ask for it only to send it.</summary>
    public required byte[] Bytes { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Counts the changes of its texts, so that of two who change them at once the second is told.</summary>
    public int Revision { get; set; }

    public List<CampaignImageText> Texts { get; } = [];

    public static CampaignImage Of(CleanImage image, IEnumerable<KeyValuePair<string, string>> alternatives, DateTime nowUtc)
    {
        var made = new CampaignImage
        {
            Hash = image.Hash,
            Type = image.Type,
            Width = image.Width,
            Height = image.Height,
            Bytes = image.Bytes,
            CreatedAt = nowUtc,
        };
        made.Texts.AddRange(alternatives.Select(a => new CampaignImageText { Language = a.Key, Alternative = a.Value }));
        return made;
    }

    /// <summary>The same for another campaign.</summary>
    public CampaignImage Copy()
    {
        var copy = new CampaignImage { Hash = Hash, Type = Type, Width = Width, Height = Height, Bytes = Bytes, CreatedAt = CreatedAt };
        copy.Texts.AddRange(Texts.Select(t => new CampaignImageText { Language = t.Language, Alternative = t.Alternative }));
        return copy;
    }
}
