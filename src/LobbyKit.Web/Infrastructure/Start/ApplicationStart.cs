using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Contacts.Seeding;
using LobbyKit.Web.Data;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Start;

/// <summary>What has to be in place before the first request and the first e-mail: the database's shape, and the seeded data.</summary>
public sealed class ApplicationStart(DatabaseStart database, ContactSeed contacts, CampaignSeed campaigns, IOptions<SeedOptions> options)
{
    /// <exception cref="InvalidDataException">Something that whoever runs the application can mend; the message says what.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
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

    private static string BesideExecutable(string path) => Path.GetFullPath(path, AppContext.BaseDirectory);
}
