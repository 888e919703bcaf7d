using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>
/// How many letters wait for whom. All of them are counted once a minute, which a million make slow; what came in between is added by its
/// ids. What went out in between still counts until then.
/// </summary>
public sealed class QueueBoard(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Recount = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly Dictionary<(int Contact, int Campaign), int> counts = [];
    private readonly Dictionary<int, CampaignEvent> events = [];
    private DateTime? countedAt;
    private long lastId;
    private QueueBoardView view = new([], new Dictionary<int, CampaignEvent>());

    public async Task<QueueBoardView> LookAsync(LobbyKitDbContext db, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (countedAt is not { } last || now < last || now - last >= Recount)
            {
                countedAt = null;
                counts.Clear();
                events.Clear();
                lastId = 0;
            }

            var changed = await AddNewAsync(db, cancellationToken);
            changed |= countedAt is null;
            countedAt ??= now;
            if (changed)
            {
                await AddEventsAsync(db, cancellationToken);
                view = new([.. counts.Select(c => new WaitingLetters(c.Key.Contact, c.Key.Campaign, c.Value))], new Dictionary<int, CampaignEvent>(events));
            }

            return view;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<bool> AddNewAsync(LobbyKitDbContext db, CancellationToken cancellationToken)
    {
        var newest = await db.Outbox.MaxAsync(m => (long?)m.Id, cancellationToken) ?? 0;
        if (newest == lastId)
        {
            return false;
        }

        var waiting = db.Outbox.Where(m => m.State == OutboxState.Waiting && m.Kind == MailKind.Letter && m.Id <= newest);
        // Without the lower bound the index of what waits answers alone.
        var added = await (lastId == 0 ? waiting : waiting.Where(m => m.Id > lastId))
            .Where(m => m.ContactId != null && m.CampaignId != null)
            .GroupBy(m => new { m.ContactId, m.CampaignId })
            .Select(g => new { ContactId = g.Key.ContactId!.Value, CampaignId = g.Key.CampaignId!.Value, Count = g.Count() })
            .ToListAsync(cancellationToken);
        foreach (var queue in added)
        {
            var key = (queue.ContactId, queue.CampaignId);
            counts[key] = counts.GetValueOrDefault(key) + queue.Count;
        }

        lastId = newest;
        return added.Count > 0;
    }

    private async Task AddEventsAsync(LobbyKitDbContext db, CancellationToken cancellationToken)
    {
        var unknown = counts.Keys.Select(k => k.Campaign).Distinct().Where(id => !events.ContainsKey(id)).ToList();
        if (unknown.Count == 0)
        {
            return;
        }

        var found = await db.Campaigns.Where(c => unknown.Contains(c.Id))
            .Select(c => new { c.Id, c.EventStarts, c.EventEnds, c.EventTimeZone }).ToListAsync(cancellationToken);
        found.ForEach(c => events[c.Id] = CampaignEvent.Of(c.EventStarts, c.EventEnds, c.EventTimeZone));
    }
}
