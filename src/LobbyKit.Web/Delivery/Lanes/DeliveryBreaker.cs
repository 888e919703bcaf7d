using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Lanes;

/// <summary>Stops lanes on which one failure follows the other, and opens them again, for all nodes.</summary>
public sealed class DeliveryBreaker(
    IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock, ILogger<DeliveryBreaker> logger, IDeliveryNotices? notices = null)
{
    /// <summary>Writes down what a batch has shown of its lanes. Most batches show nothing.</summary>
    internal async Task WriteAsync(LaneRuns runs)
    {
        var news = runs.News();
        if (news.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var (name, run) in news.OrderBy(n => n.Key.Kind).ThenBy(n => n.Key.Key, StringComparer.Ordinal))
        {
            var lane = await db.DeliveryLanes.SingleOrDefaultAsync(l => l.Kind == name.Kind && l.Key == name.Key);
            if (lane is null)
            {
                lane = new DeliveryLane { Kind = name.Kind, Key = name.Key };
                db.DeliveryLanes.Add(lane);
            }

            if (run.Rule is null)
            {
                Open(lane, now);
            }
            else
            {
                await CountAsync(db, lane, run, run.Rule, now);
            }
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private void Open(DeliveryLane lane, DateTime now)
    {
        if (lane.StoppedAt is { } since)
        {
            logger.LogInformation("Delivery goes on: {Lane} {Key}, stopped for {Minutes} minutes.", lane.Kind, lane.Key, (int)(now - since).TotalMinutes);
        }

        (lane.Failures, lane.FailingBecause, lane.StoppedAt, lane.ProbeAt, lane.Probes, lane.ToldAt) = (0, null, null, null, 0, null);
    }

    private async Task CountAsync(LobbyKitDbContext db, DeliveryLane lane, LaneRun run, BreakerRule rule, DateTime now)
    {
        (lane.Failures, lane.FailingBecause) = (run.Failures, run.Because);
        if (!run.IsStopped)
        {
            return;
        }

        if (lane.StoppedAt is null)
        {
            (lane.StoppedAt, lane.Probes) = (now, 0);
            logger.LogWarning(
                "Delivery stops: {Lane} {Key}, after {Failures} failures: {Reason}. One is tried again in {Seconds} seconds.",
                lane.Kind, lane.Key, lane.Failures, lane.FailingBecause, (int)rule.Wait(0).TotalSeconds);
        }
        else
        {
            lane.Probes++;
        }

        lane.ProbeAt = now + rule.Wait(lane.Probes);
        if (lane.Probes >= rule.ProbesUntilTold && lane.ToldAt is null)
        {
            lane.ToldAt = now;
            if (notices is not null)
            {
                await notices.AddStoppedAsync(db, lane, CancellationToken.None);
            }
        }
    }
}
