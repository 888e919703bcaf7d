using LobbyKit.Web.Audit;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>The three things that are done with an import behind the pages: comparing, writing, and taking back.</summary>
public sealed class ImportSteps(
    IDbContextFactory<LobbyKitDbContext> contexts, IDatabaseEngine engine, AuditDrafts audit, ImportProgress progress, TimeProvider clock, ILogger<ImportSteps> logger)
{
    internal const string ChangedMeanwhile =
        "Contacts were changed after the dry run, so nothing was written. This is the file compared with them as they are now: look again.";

    private const string Fault = "Something went wrong here, and nothing was changed. The log says what; try again.";

    private static readonly ImportState[] AtWork = [ImportState.ToCheck, ImportState.ToApply, ImportState.ToUndo];

    /// <summary>Takes the oldest import that waits, and does what it waits for.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunNextAsync(CancellationToken cancellationToken)
    {
        long? id;
        var claim = Guid.NewGuid();
        var now = clock.GetUtcNow().UtcDateTime;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var free = db.ContactImports.Where(i => AtWork.Contains(i.State) && (i.ClaimedUntil == null || i.ClaimedUntil < now));
            id = await free.OrderBy(i => i.Id).Select(i => (long?)i.Id).FirstOrDefaultAsync(cancellationToken);
            if (id is null || await free.Where(i => i.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(i => i.Claim, claim).SetProperty(i => i.ClaimedUntil, now + ImportProgress.Lease)
                    .SetProperty(i => i.Done, 0).SetProperty(i => i.Total, 0),
                cancellationToken) == 0)
            {
                return id is not null;
            }
        }

        await RunAsync(id.Value, claim, cancellationToken);
        return true;
    }

    /// <summary>Does what the import waits for.</summary>
    /// <param name="id">The import.</param>
    /// <param name="claim">What it was taken with.</param>
    /// <param name="cancellationToken">Ends it; nothing is half done.</param>
    internal async Task RunAsync(long id, Guid claim, CancellationToken cancellationToken)
    {
        var state = ImportState.ToCheck;
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            // An import of many rows takes its time, and is worth waiting for.
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
            var import = await db.ContactImports.AsNoTracking().SingleAsync(i => i.Id == id, cancellationToken);
            state = import.State;
            using var cause = AuditCause.Begin(Actor(import), id);
            await (state switch
            {
                ImportState.ToCheck => CheckAsync(db, import, claim, cancellationToken),
                ImportState.ToApply => ApplyAsync(db, import, claim, cancellationToken),
                _ => UndoAsync(db, import, claim, cancellationToken),
            });
        }
        catch (ImportTakenException)
        {
            logger.LogInformation("Import {ImportId} was discarded, or another process has it.", id);
        }
#pragma warning disable CA1031 // Whatever it was, the admin who waits is told, and the next import is not kept waiting.
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogError(problem is DbUpdateException ? problem.InnerException : problem, "Import {ImportId} failed in {State}.", id, state);
            await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
            await FinishAsync(
                db, id, claim,
                state switch { ImportState.ToCheck => ImportState.Refused, ImportState.ToApply => ImportState.Checked, _ => ImportState.Applied },
                Fault, CancellationToken.None);
        }
        finally
        {
            progress.Forget(id);
        }
    }

    private async Task CheckAsync(LobbyKitDbContext db, ContactImport import, Guid claim, CancellationToken cancellationToken)
    {
        await db.ContactImportRows.Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
        var content = await db.ContactImportFiles.AsNoTracking().Where(f => f.ImportId == import.Id).Select(f => f.Content).SingleAsync(cancellationToken);
        ListFile file;
        try
        {
            file = ListFile.Read(content);
        }
        catch (BrokenListException problem)
        {
            await FinishAsync(db, import.Id, claim, ImportState.Refused, problem.Message, cancellationToken);
            return;
        }

        var (total, broken) = ImportComparison.Look(file);
        await progress.ReportAsync(import.Id, claim, (0, total), isLocked: false, cancellationToken);
        var isBroken = broken.Count > 0;
        await AddAsync(db, import.Id, broken, cancellationToken);
        if (!isBroken)
        {
            var done = 0;
            await foreach (var chunk in new ImportComparison(db).RunAsync(file, import.Columns, import.AsOf, cancellationToken))
            {
                isBroken |= chunk.Any(r => r.Kind == ImportRowKind.Broken);
                await AddAsync(db, import.Id, chunk, cancellationToken);
                await progress.ReportAsync(import.Id, claim, (done += chunk.Count, total), isLocked: false, cancellationToken);
            }
        }

        await FinishAsync(db, import.Id, claim, isBroken || total == 0 ? ImportState.Refused : ImportState.Checked, total == 0 ? "The file has headings and no rows." : null, cancellationToken);
    }

    private static async Task AddAsync(LobbyKitDbContext db, long importId, IReadOnlyList<ContactImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            row.ImportId = importId;
        }

        db.ContactImportRows.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task ApplyAsync(LobbyKitDbContext db, ContactImport import, Guid claim, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var total = await Acting(db, import.Id).CountAsync(cancellationToken);
        await progress.ReportAsync(import.Id, claim, (0, total), isLocked: false, cancellationToken);
        await using var save = engine.BulkSave(db, audit);
        var bulk = await ContactBulkEditing.BeginAsync(db, save, import.Uploader, clock, now, cancellationToken);
        var reason = $"Import of {import.FileName}, a list of {import.AsOf:yyyy-MM-dd}";
        var (done, last) = (0, 0L);
        while (await NextAsync(db, import.Id, last, cancellationToken) is { Count: > 0 } rows)
        {
            (done, last) = (done + rows.Count, rows[^1].Id);
            var batch = new List<ContactBulkChange>();
            var rowOf = new Dictionary<ContactBulkChange, ContactImportRow>(ReferenceEqualityComparer.Instance);
            foreach (var row in rows)
            {
                if (Decided(row) is { } values)
                {
                    batch.Add(new ContactBulkChange(row.ContactId, row.Revision, values));
                    rowOf[batch[^1]] = row;
                }
                else
                {
                    row.Kind = ImportRowKind.Unchanged;
                }
            }

            var isPut = await bulk.PutAsync(
                batch, reason,
                // What is written need not be kept: the contact has it, and what it was is kept instead.
                change => (rowOf[change].Contact, rowOf[change].Revision, rowOf[change].Before, rowOf[change].Values) =
                    (change.Contact, change.Contact!.Revision, change.Before, null),
                cancellationToken);
            if (!isPut)
            {
                await CompareAgainAsync();
                return;
            }

            await progress.ReportAsync(import.Id, claim, (done, total), isLocked: false, cancellationToken);
        }

        var isWritten = await save.WriteAsync(
            async () =>
            {
                // What did nothing is not needed any more, nor is the file: what is kept is what it takes to undo.
                await db.ContactImportRows.Where(r => r.ImportId == import.Id && r.Kind != ImportRowKind.New && r.Kind != ImportRowKind.Changed)
                    .ExecuteDeleteAsync(cancellationToken);
                await db.ContactImportFiles.Where(f => f.ImportId == import.Id).ExecuteDeleteAsync(cancellationToken);
                (await db.ContactImports.SingleAsync(i => i.Id == import.Id, cancellationToken)).AppliedAt = now;
                await db.SaveChangesAsync(cancellationToken);
                await FinishAsync(db, import.Id, claim, ImportState.Applied, "", cancellationToken);
            },
            cancellationToken);
        if (!isWritten)
        {
            await CompareAgainAsync();
            return;
        }

        logger.LogInformation("Import {ImportId} is applied: {Rows} contacts were written.", import.Id, total);

        async Task CompareAgainAsync()
        {
            await save.DisposeAsync();
            await FinishAsync(db, import.Id, claim, ImportState.ToCheck, ChangedMeanwhile, cancellationToken);
        }
    }

    private async Task UndoAsync(LobbyKitDbContext db, ContactImport import, Guid claim, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var total = await Acting(db, import.Id).CountAsync(cancellationToken);
        await progress.ReportAsync(import.Id, claim, (0, total), isLocked: false, cancellationToken);
        await using var save = engine.BulkSave(db, audit);
        var bulk = await ContactBulkEditing.BeginAsync(db, save, new ContactEditor(import.UndoneById, import.UndoneBy), clock, now, cancellationToken);
        var (done, last) = (0, 0L);
        while (await NextAsync(db, import.Id, last, cancellationToken) is { Count: > 0 } rows)
        {
            (done, last) = (done + rows.Count, rows[^1].Id);
            var ids = rows.Select(r => r.ContactId).ToList();
            var revisions = await db.Contacts.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id))
                .ToDictionaryAsync(c => c.Id, c => c.Revision, cancellationToken);
            var same = rows.Where(r => r.ContactId is { } id && revisions.GetValueOrDefault(id, -1) == r.Revision).ToList();
            var isPossible = same.Count == rows.Count || import.UndoLeavesChanged;
            db.ContactImportRows.RemoveRange(same);
            if (!isPossible || !await bulk.PutBackAsync(same.ToDictionary(r => r.ContactId!.Value, r => r.Before), import.AppliedAt!.Value, cancellationToken))
            {
                await LeaveAsync();
                return;
            }

            await progress.ReportAsync(import.Id, claim, (done, total), isLocked: false, cancellationToken);
        }

        var isWritten = await save.WriteAsync(
            async () =>
            {
                (await db.ContactImports.SingleAsync(i => i.Id == import.Id, cancellationToken)).UndoneAt = now;
                await db.SaveChangesAsync(cancellationToken);
                await FinishAsync(db, import.Id, claim, ImportState.Undone, "", cancellationToken);
            },
            cancellationToken);
        if (!isWritten)
        {
            await LeaveAsync();
            return;
        }

        logger.LogInformation("Import {ImportId} is undone.", import.Id);

        async Task LeaveAsync()
        {
            await save.DisposeAsync();
            db.ChangeTracker.Clear();
            await FinishAsync(
                db, import.Id, claim, ImportState.Applied,
                "Somebody changed some of these contacts since the import, so nothing was undone. You can leave those as they are and undo the others.",
                cancellationToken);
        }
    }

    /// <summary>Who pressed the button: it is done on their behalf.</summary>
    private static AuditActor? Actor(ContactImport import) =>
        (import.State == ImportState.ToUndo ? import.UndoneById : import.UploadedById) is { } account ? new AuditActor(account, import.ActedFrom) : null;

    /// <summary>The row's values once conflicts are decided; null where nothing is left to change.</summary>
    private static ContactValues? Decided(ContactImportRow row)
    {
        if (row.TakesFile || !row.HasConflict)
        {
            return row.Values;
        }

        return row.Findings.All(f => f.IsConflict)
            ? null
            : row.Findings.Where(f => f.IsConflict).Aggregate(row.Values!, (values, f) => ContactColumns.Named(f.Column).Write(values, f.Before));
    }

    private static IQueryable<ContactImportRow> Acting(LobbyKitDbContext db, long importId) =>
        db.ContactImportRows.Where(r => r.ImportId == importId && (r.Kind == ImportRowKind.New || r.Kind == ImportRowKind.Changed));

    private static Task<List<ContactImportRow>> NextAsync(LobbyKitDbContext db, long importId, long after, CancellationToken cancellationToken) =>
        Acting(db, importId).Where(r => r.Id > after).OrderBy(r => r.Id).Take(ImportComparison.ChunkSize).ToListAsync(cancellationToken);

    /// <param name="notice">Null to leave the one that is there.</param>
    private static async Task FinishAsync(
        LobbyKitDbContext db, long id, Guid claim, ImportState state, string? notice, CancellationToken cancellationToken)
    {
        var finished = await db.ContactImports.Where(i => i.Id == id && i.Claim == claim).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, state)
                .SetProperty(i => i.Notice, i => notice ?? i.Notice)
                .SetProperty(i => i.Claim, (Guid?)null).SetProperty(i => i.ClaimedUntil, (DateTime?)null),
            cancellationToken);
        if (finished == 0)
        {
            throw new ImportTakenException();
        }
    }
}
