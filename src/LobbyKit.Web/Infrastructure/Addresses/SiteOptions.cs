namespace LobbyKit.Web.Infrastructure.Addresses;

/// <summary>Settings under <c>LobbyKit:Site</c>.</summary>
public sealed class SiteOptions
{
    public const string Section = "LobbyKit:Site";

    /// <summary>
    /// The address that supporters know, such as <c>https://letters.example.org</c>: links in e-mails begin with it. Never taken from a
    /// request, whose Host header anybody can write. May be empty in Development only.
    /// </summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Addresses of the reverse proxies whose X-Forwarded headers are believed; empty for none.</summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];
}
