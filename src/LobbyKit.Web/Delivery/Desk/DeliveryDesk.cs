using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>Delivery at a glance.</summary>
public sealed class DeliveryDesk(LobbyKitDbContext db, LaneDesk lanes, TimeProvider clock)
{
    public async Task<DeliveryOverview> LookAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DeliveryOverview(
            await QueueDepths.CountAsync(db, now, cancellationToken),
            await AnswersAsync(now, cancellationToken),
            await lanes.StoppedAsync(cancellationToken),
            await lanes.PausedAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<AnswersToday>> AnswersAsync(DateTime now, CancellationToken cancellationToken)
    {
        var midnight = now.Date;
        var found = await db.DeliveryAttempts.Where(a => a.FinishedAt >= midnight).GroupBy(a => new { a.Outcome, a.ReplyCode, a.EnhancedCode })
            .Select(g => new { g.Key.Outcome, g.Key.ReplyCode, g.Key.EnhancedCode, Answers = g.Count(), LastAt = g.Max(a => a.FinishedAt) })
            .ToListAsync(cancellationToken);
        return [.. found.GroupBy(f => (f.Outcome, Reason: AnswerReasons.Of(f.Outcome, f.ReplyCode, f.EnhancedCode)))
            .Select(g => new AnswersToday(g.Key.Outcome, g.Key.Reason, g.Sum(f => f.Answers), g.Max(f => f.LastAt)))
            .OrderBy(a => a.Outcome).ThenByDescending(a => a.Answers)];
    }
}
