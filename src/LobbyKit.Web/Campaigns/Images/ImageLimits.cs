namespace LobbyKit.Web.Campaigns.Images;

/// <summary>How large pictures may be. A supporter's phone has to load and to unpack them.</summary>
public static class ImageLimits
{
    /// <summary>The largest file.</summary>
    public const int Bytes = 1024 * 1024;

    /// <summary>From here on an organiser is told that the picture is heavy.</summary>
    public const int HeavyBytes = 300 * 1024;

    /// <summary>The widest and the highest.</summary>
    public const int Side = 5000;

    /// <summary>Width times height: a browser needs four bytes of memory for each.</summary>
    public const int Pixels = 16_000_000;

    /// <summary>Pictures of one campaign, so that all of them fit into one file to hand on.</summary>
    public const int PerCampaign = 12;

    /// <summary>Letters of an alternative text.</summary>
    public const int AlternativeLength = 300;
}
