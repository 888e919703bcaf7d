namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>What a visitor comes with.</summary>
internal sealed record VisitOptions
{
    public int Width { get; init; } = 1280;

    public bool JavaScript { get; init; } = true;

    /// <summary>The page language: the first segment of an address.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The script comes half a second late, as over a slow line.</summary>
    public bool SlowScript { get; init; }
}
