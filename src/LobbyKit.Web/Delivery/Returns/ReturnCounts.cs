using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>Counts what came back, by day and outcome.</summary>
public sealed class ReturnCounts(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock)
{
    public async Task AddAsync(ReturnOutcome outcome, CancellationToken cancellationToken)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await CountAsync(db, day, outcome, cancellationToken))
        {
            return;
        }

        db.ReturnCounts.Add(new ReturnCount { Day = day, Outcome = outcome, Messages = 1 });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another one was the day's first.
            await CountAsync(db, day, outcome, cancellationToken);
        }
    }

    /// <summary>Of the last days, today included.</summary>
    public async Task<IReadOnlyDictionary<ReturnOutcome, int>> SinceAsync(int days, CancellationToken cancellationToken)
    {
        var from = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - days);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ReturnCounts.Where(c => c.Day >= from).GroupBy(c => c.Outcome)
            .Select(g => new { g.Key, Messages = g.Sum(c => c.Messages) }).ToDictionaryAsync(g => g.Key, g => g.Messages, cancellationToken);
    }

    private static async Task<bool> CountAsync(LobbyKitDbContext db, DateOnly day, ReturnOutcome outcome, CancellationToken cancellationToken) =>
        await db.ReturnCounts.Where(c => c.Day == day && c.Outcome == outcome)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Messages, c => c.Messages + 1), cancellationToken) > 0;
}
