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

        var kinds = new List<KindDepth>();
        foreach (var kind in Enum.GetValues<MailKind>())
        {
            if (await CountAsync(db, kind, bounds, now, cancellationToken) is { } depth)
            {
                kinds.Add(depth);
            }
        }

        return new QueueDepth(
            now,
            kinds,
            // Whatever is done with has no claim; to ask for the state, too, would lead to another index.
            await db.Outbox.CountAsync(m => m.ClaimId != null, cancellationToken),
            await db.Outbox.CountAsync(m => m.State == OutboxState.Held, cancellationToken),
            await db.Outbox.Where(m => m.State == OutboxState.Waiting && m.DueAt > now).MinAsync(m => (DateTime?)m.DueAt, cancellationToken));
    }

    // Kind by kind: each question is answered by the index of what waits alone.
    private static async Task<KindDepth?> CountAsync(LobbyKitDbContext db, MailKind kind, List<long> bounds, DateTime now, CancellationToken cancellationToken)
    {
        var (hour, sixHours, day, threeDays) = (bounds[0], bounds[1], bounds[2], bounds[3]);
        var counted = await db.Outbox.Where(m => m.State == OutboxState.Waiting && m.Kind == kind).GroupBy(m => m.Kind).Select(g => new
        {
            Waiting = g.Count(),
            PutOff = g.Count(m => m.DueAt > now),
            Hour = g.Count(m => m.Id >= hour),
            SixHours = g.Count(m => m.Id >= sixHours),
            Day = g.Count(m => m.Id >= day),
            ThreeDays = g.Count(m => m.Id >= threeDays),
            OldestId = g.Min(m => m.Id),
        }).FirstOrDefaultAsync(cancellationToken);
        return counted is null
            ? null
            : new KindDepth(
                kind, counted.Waiting, counted.PutOff,
                [counted.Hour, counted.SixHours - counted.Hour, counted.Day - counted.SixHours, counted.ThreeDays - counted.Day, counted.Waiting - counted.ThreeDays],
                // Gone between the two questions: then it was the last.
                await db.Outbox.Where(m => m.Id == counted.OldestId).Select(m => (DateTime?)m.CreatedAt).FirstOrDefaultAsync(cancellationToken) ?? now);
    }
}
