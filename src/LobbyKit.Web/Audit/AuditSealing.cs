using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Audit;

/// <summary>
/// Chains what was written since. Apart from the writing, so that a save never waits for another's chain link: any number of nodes may
/// do it, and of two that want the same place one is refused by the database and leaves it to the other.
/// </summary>
public sealed class AuditSealing(IDbContextFactory<LobbyKitDbContext> contexts, AuditSignature signature, TimeProvider clock, ILogger<AuditSealing> logger)
{
    private const int Batch = 500;

    /// <summary>A transaction may commit after one that took a later id. So far back every look goes.</summary>
    private const int LookBack = 10_000;

    private long floor;

    /// <returns>How many entries this node sealed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        while (true)
        {
            var sealedNow = await SealBatchAsync(cancellationToken);
            count += sealedNow;
            if (sealedNow < Batch)
            {
                return count;
            }
        }
    }

    private async Task<int> SealBatchAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = await db.AuditEntries.AsNoTracking().Where(e => e.Id > floor && !db.AuditSeals.Any(s => s.EntryId == e.Id))
            .OrderBy(e => e.Id).Take(Batch).Select(e => new { e.Id, e.Mac }).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return 0;
        }

        var last = await db.AuditSeals.AsNoTracking().OrderByDescending(s => s.Sequence).FirstOrDefaultAsync(cancellationToken);
        var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash ?? "");
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var entry in open)
        {
            hash = signature.Of(hash, ++sequence, entry.Id, now, entry.Mac);
            db.AuditSeals.Add(new AuditSeal { Sequence = sequence, EntryId = entry.Id, SealedAt = now, Hash = hash });
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another node was here first; what it left is for the next look.
            return 0;
        }

        floor = Math.Max(floor, open[0].Id - LookBack);
        // Logs are kept elsewhere: with one of these lines "audit verify --head" shows whether the end of the chain was cut off.
        logger.LogInformation("The audit log is sealed; its head is {Sequence}:{Hash}.", sequence, hash);
        return open.Count;
    }
}
