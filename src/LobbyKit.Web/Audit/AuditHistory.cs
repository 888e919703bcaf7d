using System.Globalization;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Audit;

/// <summary>What was changed, by whom and when: of one subject, or of everything. The newest first.</summary>
public sealed class AuditHistory(IDbContextFactory<LobbyKitDbContext> contexts)
{
    public const int PageSize = 50;

    private const string Escape = "\\";

    /// <summary>The history of one subject; <see cref="AuditEntry.Changes"/> has what was before and after.</summary>
    public Task<IReadOnlyList<AuditEntry>> OfAsync(AuditKind kind, int id, CancellationToken cancellationToken, int most = PageSize) =>
        ReadAsync(new AuditFilter { Kind = kind, SubjectId = id.ToString(CultureInfo.InvariantCulture) }, null, most, cancellationToken);

    /// <param name="filter">Which.</param>
    /// <param name="before">Only entries with smaller ids; null for the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<AuditEntry>> ReadAsync(AuditFilter filter, long? before, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Find(db, filter).Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>All of them, a batch at a time: a log of years does not have to fit into memory.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(
        AuditFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long? before = null;
        while (await ReadAsync(filter, before, 500, cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var entry in batch)
            {
                yield return entry;
            }

            before = batch[^1].Id;
        }
    }

    /// <summary>Everybody who has ever changed something, by their last name here.</summary>
    public async Task<IReadOnlyList<(int AccountId, string Name)>> ActorsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var latest = db.AuditEntries.Where(e => e.AccountId != null).GroupBy(e => e.AccountId).Select(g => g.Max(e => e.Id));
        var actors = await db.AuditEntries.Where(e => latest.Contains(e.Id)).Select(e => new { e.AccountId, e.ActorName }).ToListAsync(cancellationToken);
        return [.. actors.OrderBy(a => a.ActorName, StringComparer.OrdinalIgnoreCase).Select(a => (a.AccountId!.Value, a.ActorName))];
    }

    private static IQueryable<AuditEntry> Find(LobbyKitDbContext db, AuditFilter filter)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filter.Kind is { } kind)
        {
            entries = entries.Where(e => e.Kind == kind);
        }

        if (filter.SubjectId.Length > 0)
        {
            entries = entries.Where(e => e.SubjectId == filter.SubjectId);
        }

        if (filter.AccountId is { } account)
        {
            entries = account == 0 ? entries.Where(e => e.AccountId == null) : entries.Where(e => e.AccountId == account);
        }

        if (filter.From is { } from)
        {
            var start = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(e => e.At >= start);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            entries = entries.Where(e => e.At < end);
        }

        if (filter.Text.Length > 0)
        {
            var (text, inChanges) = (Pattern(filter.Text), Pattern(AuditEntry.InJson(filter.Text)));
            entries = entries.Where(e => EF.Functions.Like(e.SubjectName, text, Escape) || EF.Functions.Like(e.ActorName, text, Escape)
                || EF.Functions.Like(e.ChangesJson, inChanges, Escape));
        }

        return entries;
    }

    private static string Pattern(string text) => $"%{text
        .Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal)
        .Replace("_", Escape + "_", StringComparison.Ordinal).Replace("[", Escape + "[", StringComparison.Ordinal)}%";
}
