using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Status;

/// <param name="Name">What was looked at.</param>
/// <param name="Status">How it is.</param>
/// <param name="Finding">In a sentence.</param>
/// <param name="ToDo">What to do about it; empty where there is nothing to do.</param>
public sealed record StatusFinding(string Name, HealthStatus Status, string Finding, string ToDo)
{
    /// <summary>For people.</summary>
    public string Word => Status switch { HealthStatus.Healthy => "Good", HealthStatus.Degraded => "Needs attention", _ => "Wrong" };
}
