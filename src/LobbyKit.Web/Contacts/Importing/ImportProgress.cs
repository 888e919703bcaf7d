using System.Collections.Concurrent;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>
/// How far the step under way is. In the database, for whichever node shows the page; and in memory too, since nobody else can write into an
/// SQLite database while an import does.
/// </summary>
public sealed class ImportProgress(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock)
{
    /// <summary>So long a process may be silent before another takes its work over.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<long, (int Done, int Total)> here = [];
    private long writtenAt;

    public (int Done, int Total) Of(ContactImport import) => here.TryGetValue(import.Id, out var known) ? known : (import.Done, import.Total);

    /// <param name="importId">The import.</param>
    /// <param name="claim">What the caller took the work with.</param>
    /// <param name="progress">Rows done, and to do.</param>
    /// <param name="isLocked">Whether the caller has the database for itself.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ImportTakenException">The import was discarded meanwhile, or another process has it.</exception>
    internal async Task ReportAsync(long importId, Guid claim, (int Done, int Total) progress, bool isLocked, CancellationToken cancellationToken)
    {
        here[importId] = progress;
        if (isLocked || (progress.Done > 0 && clock.GetElapsedTime(writtenAt) < Pause))
        {
            return;
        }

        writtenAt = clock.GetTimestamp();
        var until = clock.GetUtcNow().UtcDateTime + Lease;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var written = await db.ContactImports.Where(i => i.Id == importId && i.Claim == claim).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.Done, progress.Done).SetProperty(i => i.Total, progress.Total).SetProperty(i => i.ClaimedUntil, until),
            cancellationToken);
        if (written == 0)
        {
            throw new ImportTakenException();
        }
    }

    internal void Forget(long importId) => here.TryRemove(importId, out _);
}
