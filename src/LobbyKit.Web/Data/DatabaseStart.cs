using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Data;

/// <summary>Brings the database to this version's shape before anything asks it.</summary>
public sealed class DatabaseStart(
    IDbContextFactory<LobbyKitDbContext> contexts, IOptions<DatabaseOptions> options, IDatabaseEngine engine, ILogger<DatabaseStart> logger)
{
    /// <exception cref="InvalidDataException">The database is behind and <c>MigrateAtStart</c> is off.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (engine.Folder is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        if (!options.Value.MigrateAtStart)
        {
            throw new InvalidDataException(
                $"The database lacks {pending.Count} migration(s), the first is {pending[0]}, and "
                + "LobbyKit:Database:MigrateAtStart is false. Apply them, or set it to true.");
        }

        logger.LogInformation("Applying {Count} database migration(s), up to {Last}.", pending.Count, pending[^1]);
        await db.Database.MigrateAsync(cancellationToken);
    }
}
