using System.Globalization;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>
/// Counts letters by campaign, day, country, route and state. Only days in which something moved are counted again, and a supporter's
/// request never writes a count: a row that everybody writes is a row that everybody waits for.
/// </summary>
public sealed class LetterCounting(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock) : IDisposable
{
    private const string Mark = "letters";

    // A transaction that began before the last count may commit after it; looking back a little finds its letters too.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private DateTime? countedUntil;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await CountMovedAsync(cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task CountMovedAsync(CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow().UtcDateTime - Overlap;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = countedUntil ??= await CountingMark.ReadAsync(db, Mark, cancellationToken);
        var moved = new HashSet<(int CampaignId, DateOnly Day)>();
        // Made distinct here: asked for it, SQLite would rather read a whole index in that order than the few letters that moved.
        await foreach (var letter in db.Letters.Where(l => l.StateAt >= since)
            .Select(l => new { l.CampaignId, l.CreatedOn }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            moved.Add((letter.CampaignId, letter.CreatedOn));
        }

        foreach (var days in moved.GroupBy(m => m.CampaignId, m => m.Day))
        {
            foreach (var day in days)
            {
                await CountAsync(db, days.Key, day, cancellationToken);
            }

            await SumAsync(db, days.Key, [.. days], cancellationToken);
        }

        if (moved.Count > 0)
        {
            // After all that it stands for: a process that dies before counts the same days once more.
            await CountingMark.MoveAsync(db, Mark, until, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        countedUntil = until;
    }

    private static async Task CountAsync(LobbyKitDbContext db, int campaignId, DateOnly day, CancellationToken cancellationToken)
    {
        var counts = await db.Letters.Where(l => l.CampaignId == campaignId && l.CreatedOn == day)
            .GroupBy(l => new { l.CountryCode, l.Language, l.Route, l.State })
            .Select(g => new LetterCount
            {
                CampaignId = campaignId,
                Day = day,
                CountryCode = g.Key.CountryCode,
                Language = g.Key.Language,
                Route = g.Key.Route,
                State = g.Key.State,
                Letters = g.Count(),
            })
            .ToDictionaryAsync(c => (c.CountryCode, c.Language, c.Route, c.State), cancellationToken);
        var stored = await db.LetterCounts.Where(c => c.CampaignId == campaignId && c.Day == day).ToListAsync(cancellationToken);
        // Only what differs is written: of a day with thousands of rows a quarter of a minute moves a few.
        foreach (var row in stored)
        {
            if (counts.Remove((row.CountryCode, row.Language, row.Route, row.State), out var count))
            {
                row.Letters = count.Letters;
            }
            else
            {
                db.LetterCounts.Remove(row);
            }
        }

        db.LetterCounts.AddRange(counts.Values);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static async Task SumAsync(LobbyKitDbContext db, int campaignId, List<DateOnly> days, CancellationToken cancellationToken)
    {
        var all = db.LetterCounts.Where(c => c.CampaignId == campaignId);
        var byDay = await all.Where(c => days.Contains(c.Day)).GroupBy(c => new { c.Day, c.Route, c.State })
            .Select(g => new { g.Key.Day, g.Key.Route, g.Key.State, Letters = g.Sum(c => c.Letters) }).ToListAsync(cancellationToken);
        var cube = await all.GroupBy(c => new { c.CountryCode, c.Language, c.Route, c.State })
            .Select(g => new { g.Key.CountryCode, g.Key.Language, g.Key.Route, g.Key.State, Letters = g.Sum(c => c.Letters) })
            .ToListAsync(cancellationToken);
        var sums = byDay.Select(c => (Key: (LetterDimension.Day, DayKey(c.Day), c.Route, c.State), c.Letters))
            .Concat(cube.Select(c => (Key: (LetterDimension.Country, c.CountryCode, c.Route, c.State), c.Letters)))
            .Concat(cube.Select(c => (Key: (LetterDimension.Language, c.Language, c.Route, c.State), c.Letters)))
            .GroupBy(s => s.Key, s => s.Letters)
            .ToDictionary(g => g.Key, g => g.Sum());

        var dayKeys = days.ConvertAll(DayKey);
        var stored = await db.LetterSums
            .Where(s => s.CampaignId == campaignId && (s.Dimension != LetterDimension.Day || dayKeys.Contains(s.Key)))
            .ToListAsync(cancellationToken);
        foreach (var row in stored)
        {
            if (sums.Remove((row.Dimension, row.Key, row.Route, row.State), out var letters))
            {
                row.Letters = letters;
            }
            else
            {
                db.LetterSums.Remove(row);
            }
        }

        db.LetterSums.AddRange(sums.Select(s => new LetterSum
        {
            CampaignId = campaignId,
            Dimension = s.Key.Item1,
            Key = s.Key.Item2,
            Route = s.Key.Route,
            State = s.Key.State,
            Letters = s.Value,
        }));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static string DayKey(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
