using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>How the queues will empty, seen from one moment.</summary>
internal sealed class QueueOutlook(
    QueueBoardView view, IReadOnlyDictionary<int, OfficeAddress> offices, Pacemaker pace, LaneGates gates, DateTime now)
{
    private readonly OfficePaces paces = new(view, offices, pace, now);

    /// <param name="contactId">To whom.</param>
    /// <param name="campaignId">In which campaign.</param>
    /// <param name="before">Letters of that queue that go before it; null for all of them.</param>
    public LetterForecast? For(int contactId, int campaignId, int? before)
    {
        if (!offices.TryGetValue(contactId, out var office))
        {
            return null;
        }

        var domain = LaneName.Domain(office.Address);
        var contact = LaneName.Contact(office.OfficeId);
        var ours = view.Events[campaignId];
        var deadline = ours.Deadline(now);
        var ahead = Waiting(q => offices[q.ContactId].OfficeId == office.OfficeId && view.Deadline(q, now) <= deadline && !IsOwn(q, contactId, campaignId))
            + (before ?? Waiting(q => IsOwn(q, contactId, campaignId)));
        LaneName[] lanes = [LaneName.Relay, domain, contact, LaneName.Campaign(campaignId)];
        if (!pace.IsOn)
        {
            return Result(now, ahead, ours, lanes);
        }

        // The slowest of the three ways decides.
        var officePace = paces.Of(office.OfficeId);
        var byOffice = officePace.Curve.After(Later(contact), ahead / officePace.PerHour, officePace.Zone);
        var inDomain = Waiting(q => LaneName.Domain(offices[q.ContactId].Address) == domain, before, contactId, campaignId);
        var byDomain = Later(domain).AddHours(inDomain / paces.Of(domain));
        var inAll = Waiting(_ => true, before, contactId, campaignId);
        var byRelay = Later(LaneName.Relay).AddHours(inAll / pace.RelayPerHour);
        var slowest = new (DateTime At, int Ahead)[] { (byOffice, ahead), (byDomain, inDomain), (byRelay, inAll) }.MaxBy(w => w.At);
        return Result(slowest.At, slowest.Ahead, ours, lanes) with { IsAfterHours = officePace.At(now) <= 0 };
    }

    private static bool IsOwn(WaitingLetters queue, int contactId, int campaignId) => queue.ContactId == contactId && queue.CampaignId == campaignId;

    private LetterForecast Result(DateTime at, int ahead, CampaignEvent ours, LaneName[] lanes)
    {
        var obstacle = lanes.Any(gates.IsPaused) ? ForecastObstacle.Pause
            : lanes.Any(l => gates.Lanes.GetValueOrDefault(l)?.StoppedAt is not null) ? ForecastObstacle.Stop
            : ForecastObstacle.None;
        DateTime? goesAt = obstacle == ForecastObstacle.None ? at : null;
        return new LetterForecast(goesAt, ahead, now >= ours.EndsAt || (goesAt is { } time ? time < ours.StartsAt : now < ours.StartsAt), obstacle)
        {
            IsEventOn = ours.HasBegun(now),
        };
    }

    private int Waiting(Func<WaitingLetters, bool> which) => view.Queues.Where(q => offices.ContainsKey(q.ContactId) && which(q)).Sum(q => q.Waiting);

    // Of the own queue only what goes before counts.
    private int Waiting(Func<WaitingLetters, bool> which, int? before, int contactId, int campaignId) =>
        Waiting(q => which(q) && !IsOwn(q, contactId, campaignId)) + (before ?? Waiting(q => which(q) && IsOwn(q, contactId, campaignId)));

    private DateTime Later(LaneName name) => gates.Lanes.GetValueOrDefault(name)?.NextAt is { } next && next > now ? next : now;
}
