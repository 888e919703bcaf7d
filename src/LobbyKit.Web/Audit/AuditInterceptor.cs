using System.Runtime.CompilerServices;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LobbyKit.Web.Audit;

/// <summary>
/// Turns every save of an audited entity into entries of the log, in the same transaction: no caller can forget it, and a change whose
/// entry cannot be written is not made. What passes saving by is refused by <see cref="BulkChangeGuard"/>.
/// </summary>
/// <param name="services">Not the services themselves: they use the database, whose options this belongs to.</param>
internal sealed class AuditInterceptor(IServiceProvider services) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, AuditRecording> recordings = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        BeginAsync(eventData.Context!, CancellationToken.None).GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await BeginAsync(eventData.Context!, cancellationToken);
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        FinishAsync(eventData.Context!, CancellationToken.None).GetAwaiter().GetResult();
        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await FinishAsync(eventData.Context!, cancellationToken);
        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => GiveUp(eventData.Context!);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveUp(eventData.Context!);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => GiveUp(eventData.Context!);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        GiveUp(eventData.Context!);
        return Task.CompletedTask;
    }

    private async Task BeginAsync(DbContext context, CancellationToken cancellationToken)
    {
        var db = (LobbyKitDbContext)context;
        if (await AuditRecording.ObserveAsync(db, cancellationToken) is not { } recording)
        {
            return;
        }

        // The key is in the database: asked for within a first transaction, SQLite would keep it waiting for ourselves.
        services.GetRequiredService<AuditSignature>().Prepare();
        if (db.Database.CurrentTransaction is null)
        {
            recording.Own = await db.Database.BeginTransactionAsync(cancellationToken);
        }

        recordings.AddOrUpdate(context, recording);
    }

    private async Task FinishAsync(DbContext context, CancellationToken cancellationToken)
    {
        if (!recordings.TryGetValue(context, out var recording))
        {
            return;
        }

        if (recording.IsWriting)
        {
            return;
        }

        recording.IsWriting = true;
        var db = (LobbyKitDbContext)context;
        var clock = services.GetRequiredService<TimeProvider>();
        var entries = await recording.EntriesAsync(
            db, AuditDrafts.Actor(services), services.GetRequiredService<AuditSignature>(), clock.GetUtcNow().UtcDateTime, cancellationToken);
        if (entries.Count > 0)
        {
            db.AuditEntries.AddRange(entries);
            // This save comes by here as well.
            await db.SaveChangesAsync(cancellationToken);
        }

        if (recording.Own is { } own)
        {
            await own.CommitAsync(cancellationToken);
            await own.DisposeAsync();
        }

        recordings.Remove(context);
        // The caller's context is as it would have been without us.
        entries.ForEach(e => db.Entry(e).State = EntityState.Detached);
    }

    private void GiveUp(DbContext context)
    {
        if (recordings.TryGetValue(context, out var recording))
        {
            recordings.Remove(context);
            // Rolls back what was not committed.
            recording.Own?.Dispose();
            foreach (var entry in context.ChangeTracker.Entries<AuditEntry>().ToList())
            {
                entry.State = EntityState.Detached;
            }
        }
    }
}
