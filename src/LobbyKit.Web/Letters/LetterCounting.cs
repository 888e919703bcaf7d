using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>
/// Counts letters by campaign, day, country, route and state. Only days in which something moved are counted again, and a supporter's
/// request never writes a count: a row that everybody writes is a row that everybody waits for.
/// </summary>
public sealed class LetterCounting(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock)
{
    // A transaction that began before the last count may commit after it; looking back a little finds its letters too.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);
    private DateTime countedUntil = DateTime.MinValue;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = countedUntil;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var days = await db.Letters.Where(l => l.StateAt >= since)
            .Select(l => new { l.CampaignId, l.CreatedOn }).Distinct().ToListAsync(cancellationToken);
        foreach (var day in days)
        {
            await CountAsync(db, day.CampaignId, day.CreatedOn, cancellationToken);
        }

        countedUntil = now - Overlap;
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
            .ToListAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LetterCounts.Where(c => c.CampaignId == campaignId && c.Day == day).ExecuteDeleteAsync(cancellationToken);
        db.LetterCounts.AddRange(counts);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
