using LobbyKit.Web.Audit;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>What admins do with files of contacts. The work itself is done behind the pages: see <see cref="ImportSteps"/>.</summary>
public sealed class ContactImports(LobbyKitDbContext db, ImportSignal signal, ImportProgress progress, IAuditActors actors, TimeProvider clock)
{
    /// <summary>In bytes: 50,000 full rows have about 20 MB, and twice that in UTF-16.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    public const int PageSize = 50;

    private const int MostRecent = 20;

    private static readonly ImportState[] Startable = [ImportState.Uploaded, ImportState.Checked, ImportState.Refused];

    /// <summary>Keeps a file until somebody says which of its columns is what. Guesses that, or remembers it.</summary>
    /// <param name="fileName">As the uploader calls it.</param>
    /// <param name="content">At most <see cref="LargestFile"/> bytes.</param>
    /// <param name="asOf">The day on which the list was true.</param>
    /// <param name="by">Who goes on with it.</param>
    /// <param name="claim">Set by who works on it at once, instead of a worker.</param>
    /// <param name="columns">Where it is known which column is what.</param>
    /// <param name="cancellationToken">Ends it before it is saved.</param>
    /// <exception cref="BrokenListException">It is no such file; the message says why.</exception>
    public async Task<ContactImport> UploadAsync(
        string fileName, byte[] content, DateOnly asOf, ContactEditor by, Guid? claim, ColumnMapping? columns, CancellationToken cancellationToken)
    {
        var file = ListFile.Read(content);
        var now = clock.GetUtcNow().UtcDateTime;
        var import = new ContactImport
        {
            FileName = fileName.Length is > 0 and <= 200 ? fileName : "contacts.csv",
            FileSize = content.Length,
            Encoding = file.EncodingName,
            Separator = file.Separator,
            AsOf = asOf,
            Columns = columns ?? await GuessAsync(file, cancellationToken),
            State = claim is null ? ImportState.Uploaded : ImportState.ToCheck,
            UploadedAt = now,
            UploadedById = by.AccountId,
            UploadedBy = by.Name,
            Claim = claim,
            ClaimedUntil = claim is null ? null : now + ImportProgress.Lease,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ContactImports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        db.ContactImportFiles.Add(new ContactImportFile { ImportId = import.Id, Content = content });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return import;
    }

    /// <summary>What somebody chose for a file with these headings before; otherwise what the headings say.</summary>
    public async Task<ColumnMapping> GuessAsync(ListFile file, CancellationToken cancellationToken)
    {
        var signature = ColumnMapping.Signature(file.Headings);
        if (await db.RememberedColumns.AsNoTracking().FirstOrDefaultAsync(r => r.Signature == signature, cancellationToken) is not { } remembered)
        {
            return ColumnGuess.Of(file.Headings, file.Samples(5));
        }

        // The same words, perhaps with other capitals this time.
        var now = file.Headings.ToLookup(FoldedText.Of);
        return remembered.Columns with
        {
            Headings = remembered.Columns.Headings.Select(h => (h.Key, Heading: now[FoldedText.Of(h.Value)].FirstOrDefault(n => n == h.Value) ?? now[FoldedText.Of(h.Value)].FirstOrDefault()))
                .Where(h => h.Heading is not null).ToDictionary(h => h.Key, h => h.Heading!),
        };
    }

    /// <returns>Null where there is none, not tracked.</returns>
    public async Task<ContactImport?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var import = await db.ContactImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (import is not null)
        {
            (import.Done, import.Total) = progress.Of(import);
        }

        return import;
    }

    /// <summary>Which of these are still there: what is too old to be undone is removed (see <see cref="ImportUpkeep"/>).</summary>
    public async Task<IReadOnlySet<long>> KnownAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? new HashSet<long>()
        : (await db.ContactImports.Where(i => ids.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellationToken)).ToHashSet();

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ContactImport>> RecentAsync(CancellationToken cancellationToken) =>
        await db.ContactImports.AsNoTracking().OrderByDescending(i => i.Id).Take(MostRecent).ToListAsync(cancellationToken);

    /// <summary>The file itself; null once it is applied.</summary>
    public async Task<ListFile?> FileAsync(long id, CancellationToken cancellationToken) =>
        await db.ContactImportFiles.AsNoTracking().Where(f => f.ImportId == id).Select(f => f.Content).FirstOrDefaultAsync(cancellationToken) is { } content
            ? ListFile.Read(content)
            : null;

    /// <summary>Starts the dry run with these columns, and remembers them.</summary>
    /// <returns>False where somebody else did something with it meanwhile.</returns>
    public async Task<bool> CheckAsync(ContactImport import, ListFile file, ColumnMapping columns, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await MoveAsync(import.Id, Startable, ImportState.ToCheck, cancellationToken))
        {
            return false;
        }

        (await db.ContactImports.SingleAsync(i => i.Id == import.Id, cancellationToken)).Columns = columns;
        await RememberAsync(file, columns, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Wake();
        return true;
    }

    public async Task<IReadOnlyDictionary<ImportRowKind, int>> CountAsync(long id, CancellationToken cancellationToken) => await db.ContactImportRows
        .Where(r => r.ImportId == id).GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    /// <summary>Rows that an admin has to decide on; of those, how many are decided for the file.</summary>
    public async Task<(int All, int TakeFile)> ConflictsAsync(long id, CancellationToken cancellationToken)
    {
        var conflicts = db.ContactImportRows.Where(r => r.ImportId == id && r.HasConflict);
        return (await conflicts.CountAsync(cancellationToken), await conflicts.CountAsync(r => r.TakesFile, cancellationToken));
    }

    /// <summary>A page of the dry run, in the order of the file.</summary>
    public async Task<IReadOnlyList<ContactImportRow>> RowsAsync(
        long id, ImportRowKind? kind, bool conflictsOnly, int page, CancellationToken cancellationToken)
    {
        var rows = db.ContactImportRows.AsNoTracking().Where(r => r.ImportId == id);
        rows = kind is { } only ? rows.Where(r => r.Kind == only) : rows;
        rows = conflictsOnly ? rows.Where(r => r.HasConflict) : rows;
        return await rows.OrderBy(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
    }

    /// <summary>Says for rows, or for all where none are named, whether the file is right.</summary>
    public Task<int> DecideAsync(long id, IReadOnlyCollection<long>? rows, bool takeFile, CancellationToken cancellationToken)
    {
        var conflicts = db.ContactImportRows.Where(r => r.ImportId == id && r.HasConflict
            && db.ContactImports.Any(i => i.Id == id && i.State == ImportState.Checked));
        return (rows is null ? conflicts : conflicts.Where(r => rows.Contains(r.Id)))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.TakesFile, takeFile), cancellationToken);
    }

    /// <summary>Starts to write what the dry run showed.</summary>
    /// <returns>False where somebody else did something with it meanwhile, or the admin is not the one who uploaded it.</returns>
    public async Task<bool> ApplyAsync(ContactImport import, ContactEditor by, CancellationToken cancellationToken)
    {
        var from = From;
        await db.ContactImports.Where(i => i.Id == import.Id && i.State == ImportState.Checked && i.UploadedById == by.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.ActedFrom, from), cancellationToken);
        var started = import.UploadedById == by.AccountId && await MoveAsync(import.Id, [ImportState.Checked], ImportState.ToApply, cancellationToken);
        signal.Wake();
        return started;
    }

    /// <summary>What an applied import did to contacts that were changed since: they are not what it left.</summary>
    public IQueryable<ContactImportRow> ChangedSince(long id) => db.ContactImportRows.AsNoTracking()
        .Where(r => r.ImportId == id && (r.Kind == ImportRowKind.New || r.Kind == ImportRowKind.Changed))
        .Where(r => !db.Contacts.Any(c => c.Id == r.ContactId && c.Revision == r.Revision));

    /// <summary>Starts to take an applied import back.</summary>
    /// <param name="id">The import.</param>
    /// <param name="leaveChanged">Whether contacts that were changed since stay as they are. Otherwise nothing is undone where there are some.</param>
    /// <param name="by">Any admin.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<bool> UndoAsync(long id, bool leaveChanged, ContactEditor by, CancellationToken cancellationToken)
    {
        var from = From;
        await db.ContactImports.Where(i => i.Id == id && i.State == ImportState.Applied).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.UndoneById, by.AccountId).SetProperty(i => i.UndoneBy, by.Name)
                .SetProperty(i => i.UndoLeavesChanged, leaveChanged).SetProperty(i => i.ActedFrom, from),
            cancellationToken);
        var started = await MoveAsync(id, [ImportState.Applied], ImportState.ToUndo, cancellationToken);
        signal.Wake();
        return started;
    }

    /// <summary>For who works on an import at once, instead of a worker.</summary>
    internal async Task<bool> TakeAsync(long id, ImportState from, ImportState to, Guid claim, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow().UtcDateTime + ImportProgress.Lease;
        return await db.ContactImports.Where(i => i.Id == id && i.State == from).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, to).SetProperty(i => i.Claim, claim).SetProperty(i => i.ClaimedUntil, until), cancellationToken) > 0;
    }

    /// <summary>Forgets a file that was not applied.</summary>
    public async Task<bool> DiscardAsync(long id, CancellationToken cancellationToken) => await db.ContactImports
        .Where(i => i.Id == id && (Startable.Contains(i.State) || i.State == ImportState.ToCheck)).ExecuteDeleteAsync(cancellationToken) > 0;

    private string From => actors.Current?.Address ?? "";

    private async Task<bool> MoveAsync(long id, ImportState[] from, ImportState to, CancellationToken cancellationToken)
    {
        var moved = await db.ContactImports.Where(i => i.Id == id && from.Contains(i.State)).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.State, to).SetProperty(i => i.Notice, "").SetProperty(i => i.Done, 0).SetProperty(i => i.Total, 0), cancellationToken);
        return moved > 0;
    }

    private async Task RememberAsync(ListFile file, ColumnMapping columns, CancellationToken cancellationToken)
    {
        var signature = ColumnMapping.Signature(file.Headings);
        var remembered = await db.RememberedColumns.FirstOrDefaultAsync(r => r.Signature == signature, cancellationToken);
        if (remembered is null)
        {
            db.RememberedColumns.Add(remembered = new RememberedColumns { Signature = signature, Columns = columns });
        }

        (remembered.Columns, remembered.UsedAt) = (columns, clock.GetUtcNow().UtcDateTime);
    }
}
