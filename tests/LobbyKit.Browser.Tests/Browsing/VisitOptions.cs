namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>What a visitor comes with.</summary>
internal sealed record VisitOptions
{
    public int Width { get; init; } = 1280;

    public bool JavaScript { get; init; } = true;

    /// <summary>The page language: the first segment of an address.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Where the visitor's clock is, by its IANA name.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The script comes half a second late, as over a slow line.</summary>
    public bool SlowScript { get; init; }

    /// <summary>Under what name the application is reached. Passkeys belong to names, not to numbers.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Notices and wide tables may push the page about. Supporters' pages never do.</summary>
    public bool MayMove { get; init; }

    /// <summary>The network fails on purpose, and the browser may say so.</summary>
    public bool MayFailToLoad { get; init; }
}
