using System.Runtime.InteropServices;
using LobbyKit.Templates;
using LobbyKit.Web.Delivery;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Status;

/// <summary>Which build this is, and on what it runs. Nothing of it is wrong by itself.</summary>
internal sealed class BuildCheck(ILetterRenderer renderer, IMailTransport transport, IHostEnvironment environment) : StatusCheck
{
    protected override Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Good(
        $"LobbyKit {ThisBuild.Version}, the {ThisBuild.Kind} build: {renderer.GetType().Name} renders letters, {transport.GetType().Name} sends them. "
        + $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription.Trim()}, environment {environment.EnvironmentName}."));
}
