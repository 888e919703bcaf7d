namespace LobbyKit.Web.Campaigns;

/// <summary>Where a gap is mended.</summary>
public enum GapPlace
{
    Settings,
    Texts,

    /// <summary>The texts in one language.</summary>
    Text,
    Letters,

    /// <summary>One letter.</summary>
    Letter,

    /// <summary>The table of offices.</summary>
    Coverage,
}
