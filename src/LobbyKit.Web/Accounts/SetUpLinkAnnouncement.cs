using LobbyKit.Web.Infrastructure.Addresses;

namespace LobbyKit.Web.Accounts;

/// <summary>Prints the set-up link once the application listens: only then is it known where.</summary>
internal sealed class SetUpLinkAnnouncement(IServiceScopeFactory scopes, PublicAddress links, ILogger<SetUpLinkAnnouncement> logger)
    : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<SetUpLinks>().IssueAsync(cancellationToken) is { } token)
        {
            // A warning, so that no usual log setting hides it.
            logger.LogWarning(
                "This installation has no admin yet. Make the first one here; the link works once, for one hour, and a restart prints a new one:{NewLine}{NewLine}    {Link}{NewLine}",
                Environment.NewLine, Environment.NewLine, links.SetUp(token), Environment.NewLine);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
