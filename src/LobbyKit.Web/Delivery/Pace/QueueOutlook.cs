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
        if (!pace.IsOn)
        {
            return Result(IsOpen(domain, contact, campaignId) ? now : null, ahead, ours);
        }

        // The slowest of the three ways decides.
        var officePace = paces.Of(office.OfficeId);
        var byOffice = officePace.Curve.After(Later(contact), ahead / officePace.PerHour, officePace.Zone);
        var byDomain = Later(domain).AddHours(Waiting(q => LaneName.Domain(offices[q.ContactId].Address) == domain, before, contactId, campaignId) / paces.Of(domain));
        var byRelay = Later(LaneName.Relay).AddHours(Waiting(_ => true, before, contactId, campaignId) / pace.RelayPerHour);
        var at = byOffice is { } own ? new[] { own, byDomain, byRelay }.Max() : (DateTime?)null;
        return Result(IsOpen(domain, contact, campaignId) ? at : null, ahead, ours);
    }

    private static bool IsOwn(WaitingLetters queue, int contactId, int campaignId) => queue.ContactId == contactId && queue.CampaignId == campaignId;

    private LetterForecast Result(DateTime? at, int ahead, CampaignEvent ours) =>
        new(at, ahead, now >= ours.EndsAt || (at is { } time ? time < ours.StartsAt : now < ours.StartsAt));

    private int Waiting(Func<WaitingLetters, bool> which) => view.Queues.Where(q => offices.ContainsKey(q.ContactId) && which(q)).Sum(q => q.Waiting);

    // Of the own queue only what goes before counts.
    private double Waiting(Func<WaitingLetters, bool> which, int? before, int contactId, int campaignId) =>
        Waiting(q => which(q) && !IsOwn(q, contactId, campaignId)) + (before ?? Waiting(q => which(q) && IsOwn(q, contactId, campaignId)));

    private DateTime Later(LaneName name) => gates.Lanes.GetValueOrDefault(name)?.NextAt is { } next && next > now ? next : now;

    private bool IsOpen(LaneName domain, LaneName contact, int campaignId) =>
        new[] { LaneName.Relay, domain, contact, LaneName.Campaign(campaignId) }
            .All(l => !gates.IsPaused(l) && gates.Lanes.GetValueOrDefault(l)?.StoppedAt is null);
}
