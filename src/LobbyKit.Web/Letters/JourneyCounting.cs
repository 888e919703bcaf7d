using System.Collections.Concurrent;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>
/// Counts the steps that leave no letter. A request only counts in this process's memory; <see cref="RunAsync"/> adds what has come
/// together to the database. A process that is killed loses what it saw since then, a quarter of a minute at most; one that is stopped
/// loses nothing. The figures are called "about" where they are shown.
/// </summary>
public sealed class JourneyCounting(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(int CampaignId, DateOnly Day, string CountryCode, JourneyStep Step), int> seen = new();

    /// <param name="campaignId">The campaign's.</param>
    /// <param name="countryCode">A known country's; empty where none was chosen yet.</param>
    /// <param name="step">The step that was taken.</param>
    public void Add(int campaignId, string countryCode, JourneyStep step) =>
        Add((campaignId, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), countryCode, step), 1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var taken = new Dictionary<(int CampaignId, DateOnly Day, string CountryCode, JourneyStep Step), int>();
        foreach (var key in seen.Keys)
        {
            if (seen.TryRemove(key, out var visits))
            {
                taken.Add(key, visits);
            }
        }

        if (taken.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync(taken, cancellationToken);
        }
        catch
        {
            // Another process may have begun the same row in the same moment, or the database is away: next time.
            foreach (var (key, visits) in taken)
            {
                Add(key, visits);
            }

            throw;
        }
    }

    private void Add((int CampaignId, DateOnly Day, string CountryCode, JourneyStep Step) key, int visits) =>
        seen.AddOrUpdate(key, visits, (_, before) => before + visits);

    private async Task WriteAsync(
        Dictionary<(int CampaignId, DateOnly Day, string CountryCode, JourneyStep Step), int> taken, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var ((campaignId, day, country, step), visits) in taken)
        {
            var written = await db.JourneyCounts
                .Where(c => c.CampaignId == campaignId && c.Day == day && c.CountryCode == country && c.Step == step)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Visits, c => c.Visits + visits), cancellationToken);
            if (written == 0)
            {
                db.JourneyCounts.Add(new JourneyCount { CampaignId = campaignId, Day = day, CountryCode = country, Step = step, Visits = visits });
            }
        }

        await CountingMark.MoveAsync(db, "visits", clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
