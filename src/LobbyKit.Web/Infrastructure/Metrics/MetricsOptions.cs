namespace LobbyKit.Web.Infrastructure.Metrics;

/// <summary>Settings under <c>LobbyKit:Metrics</c>: where the instruments' figures are sent.</summary>
public sealed class MetricsOptions
{
    public const string Section = "LobbyKit:Metrics";

    /// <summary>A collector that takes OTLP over HTTP, such as http://127.0.0.1:4318. Empty: nothing is sent.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>For the collector, such as <c>Authorization=Bearer abc,X-Tenant=lobby</c>.</summary>
    public string OtlpHeaders { get; set; } = "";

    public int OtlpIntervalSeconds { get; set; } = 60;

    public bool IsOn => OtlpEndpoint.Length > 0;

    /// <summary>The address of metrics: an endpoint without a path is the collector's root.</summary>
    public Uri OtlpAddress => new Uri(OtlpEndpoint) is { AbsolutePath: "/" } root ? new Uri(root, "v1/metrics") : new Uri(OtlpEndpoint);
}
