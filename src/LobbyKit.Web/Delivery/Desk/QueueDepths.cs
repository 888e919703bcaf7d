using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>Counts what waits. One walk through an index of what waits answers, whatever else the outbox holds.</summary>
public static class QueueDepths
{
    public static async Task<QueueDepth> CountAsync(LobbyKitDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var bounds = new List<long>();
        foreach (var limit in MailAges.Limits)
        {
            bounds.Add(await MailAges.FirstSinceAsync(db, now - limit, cancellationToken));
        }

        var (hour, sixHours, day, threeDays) = (bounds[0], bounds[1], bounds[2], bounds[3]);
        var counted = await db.Outbox.Where(m => m.State == OutboxState.Waiting).GroupBy(m => m.Kind).Select(g => new
        {
            Kind = g.Key,
            Waiting = g.Count(),
            PutOff = g.Count(m => m.DueAt > now),
            Hour = g.Count(m => m.Id >= hour),
            SixHours = g.Count(m => m.Id >= sixHours),
            Day = g.Count(m => m.Id >= day),
            ThreeDays = g.Count(m => m.Id >= threeDays),
            OldestId = g.Min(m => m.Id),
        }).ToListAsync(cancellationToken);
        var oldestIds = counted.Select(c => c.OldestId).ToList();
        var oldest = await db.Outbox.Where(m => oldestIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.CreatedAt, cancellationToken);
        var kinds = counted.OrderBy(c => c.Kind).Select(c => new KindDepth(
            c.Kind, c.Waiting, c.PutOff, [c.Hour, c.SixHours - c.Hour, c.Day - c.SixHours, c.ThreeDays - c.Day, c.Waiting - c.ThreeDays],
            // Gone between the two questions: then it was the last.
            oldest.GetValueOrDefault(c.OldestId, now)));
        return new QueueDepth(
            now,
            [.. kinds],
            await db.Outbox.CountAsync(m => m.ClaimId != null && m.State == OutboxState.Waiting, cancellationToken),
            await db.Outbox.CountAsync(m => m.State == OutboxState.Held, cancellationToken),
            await db.Outbox.Where(m => m.State == OutboxState.Waiting && m.DueAt > now).MinAsync(m => (DateTime?)m.DueAt, cancellationToken));
    }
}
