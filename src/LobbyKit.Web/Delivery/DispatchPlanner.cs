using System.Collections.Concurrent;
using System.Linq.Expressions;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Pace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Chooses what goes out next: all that people wait for at their screens, then letters, office by office, the nearest event first, as far as
/// pace, breakers and pauses let them. Reads only; <see cref="DeliveryClaims"/> takes what was chosen, if it is still there.
/// </summary>
public sealed class DispatchPlanner(
    DeliveryPolicy policy, QueueBoard board, Pacemaker pace, IOptions<MailOptions> options, TimeProvider clock, ILogger<DispatchPlanner> logger)
{
    /// <summary>What goes before letters, the most urgent first.</summary>
    private static readonly MailKind[] Urgent = [.. Enum.GetValues<MailKind>().Where(k => k < MailKind.Letter).Order()];

    private readonly ConcurrentDictionary<int, bool> namedInLog = new();
    private int turn;

    internal async Task<DispatchPlan> PlanAsync(LobbyKitDbContext db, int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var gates = new LaneGates(
            await db.DeliveryLanes.AsNoTracking().ToListAsync(cancellationToken),
            await db.DeliveryPauses.AsNoTracking().ToListAsync(cancellationToken),
            now,
            options.Value.Lease);
        var mails = new Dictionary<long, IReadOnlyList<LaneName>>();
        await AddUrgentAsync(db, gates, mails, most, now, cancellationToken);
        if (mails.Count < most && gates.Open(LaneName.Relay, RelayPace) > 0)
        {
            await AddLettersAsync(db, gates, mails, most, now, cancellationToken);
        }

        return new DispatchPlan(mails, gates.Moves, gates.Lanes);
    }

    /// <summary>What may be claimed at a moment.</summary>
    internal static IQueryable<OutboxMail> Due(LobbyKitDbContext db, DateTime now) => db.Outbox.Where(
        m => m.State == OutboxState.Waiting && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now));

    /// <summary>
    /// That an e-mail is waiting, said by what it is not: where the e-mails themselves are named and a state is asked for, SQLite would look
    /// for them among all that wait.
    /// </summary>
    internal static Expression<Func<OutboxMail, bool>> IsWaiting { get; } = m =>
        m.State != OutboxState.Held && m.State != OutboxState.Accepted && m.State != OutboxState.Rejected && m.State != OutboxState.Cancelled;

    private double RelayPace => pace.IsOn ? pace.RelayPerHour : double.PositiveInfinity;

    private async Task AddUrgentAsync(
        LobbyKitDbContext db, LaneGates gates, Dictionary<long, IReadOnlyList<LaneName>> mails, int most, DateTime now, CancellationToken cancellationToken)
    {
        // Whoever pauses all mail must still be able to set a new password.
        var isPaused = gates.IsPaused(LaneName.Relay);
        var kinds = isPaused ? [MailKind.Account] : Urgent;
        var open = isPaused ? most : Math.Min(most, gates.Open(LaneName.Relay));
        var ids = new List<long>();
        foreach (var kind in kinds)
        {
            if (ids.Count >= open)
            {
                break;
            }

            // One kind at a time: asked for several, SQLite would go through everything that waits.
            ids.AddRange(await Due(db, now).Where(m => m.Kind == kind).OrderBy(m => m.DueAt)
                .Select(m => m.Id).Take(open - ids.Count).ToListAsync(cancellationToken));
        }

        // They do not wait for the relay's pace, but use it up: the letters wait for them.
        if (ids.Count > 0)
        {
            gates.Pass(LaneName.Relay, ids.Count, RelayPace);
            ids.ForEach(id => mails.Add(id, [LaneName.Relay]));
        }
    }

    private async Task AddLettersAsync(
        LobbyKitDbContext db, LaneGates gates, Dictionary<long, IReadOnlyList<LaneName>> mails, int most, DateTime now, CancellationToken cancellationToken)
    {
        var view = await board.LookAsync(db, cancellationToken);
        if (view.Queues.Count == 0)
        {
            return;
        }

        var offices = await policy.AddressesAsync(db, [.. view.Queues.Select(q => q.ContactId).Distinct()], cancellationToken);
        NameUnreachable(view, offices);
        var paces = new OfficePaces(view, offices, pace, now);
        var queues = InTurn([.. view.Queues.Where(q => offices.ContainsKey(q.ContactId) && gates.Open(LaneName.Campaign(q.CampaignId)) > 0)], view, now);

        // Nobody takes a whole batch while others wait.
        var share = Math.Max(1, (most - mails.Count + queues.Count - 1) / Math.Max(1, queues.Count));
        foreach (var queue in queues)
        {
            var lanes = paces.Lanes(queue);
            var open = lanes.Min(l => gates.Open(l.Name, l.PerHour));
            open = Math.Min(Math.Min(open, share), Math.Min(most - mails.Count, gates.Open(LaneName.Relay, RelayPace)));
            if (open <= 0)
            {
                continue;
            }

            var ids = await Due(db, now).Where(m => m.Kind == MailKind.Letter && m.ContactId == queue.ContactId && m.CampaignId == queue.CampaignId)
                .OrderBy(m => m.DueAt).Select(m => m.Id).Take(open).ToListAsync(cancellationToken);
            if (ids.Count == 0)
            {
                continue;
            }

            gates.Pass(LaneName.Relay, ids.Count, RelayPace);
            foreach (var (name, perHour) in lanes)
            {
                gates.Pass(name, ids.Count, perHour);
            }

            IReadOnlyList<LaneName> names = [LaneName.Relay, .. lanes.Select(l => l.Name)];
            ids.ForEach(id => mails.Add(id, names));
        }
    }

    // The nearest event first; among those of one event everybody is the first some time.
    private List<WaitingLetters> InTurn(List<WaitingLetters> queues, QueueBoardView view, DateTime now)
    {
        var first = queues.Count == 0 ? 0 : (int)((uint)Interlocked.Increment(ref turn) % queues.Count);
        return [.. queues.Skip(first).Concat(queues.Take(first)).OrderBy(q => view.Deadline(q, now))];
    }

    private void NameUnreachable(QueueBoardView view, IReadOnlyDictionary<int, OfficeAddress> offices)
    {
        foreach (var contact in view.Queues.Select(q => q.ContactId).Distinct())
        {
            if (offices.ContainsKey(contact))
            {
                namedInLog.TryRemove(contact, out _);
            }
            else if (namedInLog.TryAdd(contact, true))
            {
                logger.LogWarning("Letters to contact {ContactId} wait: it has no verified e-mail address.", contact);
            }
        }
    }
}
