using System.Security.Cryptography;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Seeding;
using LobbyKit.Web.Data;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Start;

/// <summary>What has to be in place before the first request and the first e-mail: the database's shape, and the seeded data.</summary>
public sealed class ApplicationStart(
    DatabaseStart database,
    AuditSignature audit,
    SettingsRecord settings,
    RoleSeed roles,
    ContactSearchText searchText,
    ContactSeed contacts,
    CampaignSeed campaigns,
    IOptions<SeedOptions> options)
{
    /// <exception cref="InvalidDataException">Something that whoever runs the application can mend; the message says what.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await database.RunAsync(cancellationToken);
        try
        {
            audit.Prepare();
        }
        catch (CryptographicException)
        {
            throw new InvalidDataException(
                "the keys in LobbyKit:Keys:Folder are not those of this database. With others nothing that is sealed in it could be read. Put the right ones back.");
        }

        await settings.RunAsync(cancellationToken);
        await roles.RunAsync(cancellationToken);
        await searchText.RunAsync(cancellationToken);
        if (options.Value.Contacts.Length > 0)
        {
            await contacts.RunAsync(Find(nameof(SeedOptions.Contacts), options.Value.Contacts, File.Exists), cancellationToken);
        }

        if (options.Value.Campaigns.Length > 0)
        {
            await campaigns.RunAsync(Find(nameof(SeedOptions.Campaigns), options.Value.Campaigns, Directory.Exists), cancellationToken);
        }
    }

    private static string Find(string setting, string path, Func<string, bool> exists) =>
        Path.GetFullPath(path, AppContext.BaseDirectory) is var whole && exists(whole)
            ? whole
            : throw new InvalidDataException($"{SeedOptions.Section}:{setting} names {whole}, which is not there. Set it to nothing to seed none.");
}
