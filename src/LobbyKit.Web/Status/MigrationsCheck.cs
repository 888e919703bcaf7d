using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Status;

internal sealed class MigrationsCheck(IDbContextFactory<LobbyKitDbContext> contexts) : StatusCheck
{
    protected override async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var pending = known.Except(applied).ToList();
        if (pending.Count > 0)
        {
            return Wrong(
                $"The database lacks {pending.Count} of {known.Count} migrations; the first is {pending[0]}.",
                "Make a backup, then start LobbyKit with LobbyKit:Database:MigrateAtStart=true, or apply them by hand.");
        }

        return applied.Except(known).ToList() is [var newer, ..]
            ? Wrong(
                $"The database is of a newer LobbyKit than this one: it has the migration {newer}.",
                "Run the newer LobbyKit, or go back to the backup that was made before it.")
            : Good($"All {known.Count} migrations are applied; the last is {known[^1]}.");
    }
}
