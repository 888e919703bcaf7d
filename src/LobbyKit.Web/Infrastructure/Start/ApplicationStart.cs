using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Contacts.Seeding;
using LobbyKit.Web.Data;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Start;

/// <summary>What has to be in place before the first request and the first e-mail: the database's shape, and the seeded data.</summary>
public sealed class ApplicationStart(DatabaseStart database, ContactSeed contacts, CampaignSeed campaigns, IOptions<SeedOptions> options)
    : IHostedLifecycleService
{
    // Before every other hosted service, the worker among them.
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await database.RunAsync(cancellationToken);
        if (options.Value.Contacts.Length > 0)
        {
            await contacts.RunAsync(BesideExecutable(options.Value.Contacts), cancellationToken);
        }

        if (options.Value.Campaigns.Length > 0)
        {
            await campaigns.RunAsync(BesideExecutable(options.Value.Campaigns), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string BesideExecutable(string path) => Path.GetFullPath(path, AppContext.BaseDirectory);
}
