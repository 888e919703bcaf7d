using LobbyKit.Web.Delivery.Lanes;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>The pace of every office and domain at one moment.</summary>
internal sealed class OfficePaces
{
    private readonly IReadOnlyDictionary<int, OfficeAddress> offices;
    private readonly DateTime now;
    private readonly bool isOn;
    private readonly Dictionary<int, OfficePace> byOffice = [];
    private readonly Dictionary<LaneName, double> byDomain = [];

    public OfficePaces(QueueBoardView view, IReadOnlyDictionary<int, OfficeAddress> offices, Pacemaker pace, DateTime now)
    {
        (this.offices, this.now, isOn) = (offices, now, pace.IsOn);
        if (!isOn)
        {
            return;
        }

        var queues = view.Queues.Where(q => offices.ContainsKey(q.ContactId)).ToLookup(q => offices[q.ContactId].OfficeId);
        foreach (var office in offices.Values.DistinctBy(o => o.OfficeId))
        {
            byOffice[office.OfficeId] = pace.Office(office.CountryCode, queues[office.OfficeId].Select(q => (q.Waiting, view.Events[q.CampaignId])), now);
        }

        foreach (var domain in offices.Values.DistinctBy(o => o.OfficeId).GroupBy(o => LaneName.Domain(o.Address)))
        {
            byDomain[domain.Key] = pace.DomainPerHour(domain.Select(o => byOffice[o.OfficeId]));
        }
    }

    public OfficePace Of(int officeId) => byOffice[officeId];

    /// <summary>Letters an hour to all offices of a domain.</summary>
    public double Of(LaneName domain) => byDomain[domain];

    /// <summary>The lanes of a letter beside the relay, each with the letters an hour that it lets through now.</summary>
    public IReadOnlyList<(LaneName Name, double PerHour)> Lanes(WaitingLetters queue)
    {
        var office = offices[queue.ContactId];
        var domain = LaneName.Domain(office.Address);
        return
        [
            (LaneName.Campaign(queue.CampaignId), double.PositiveInfinity),
            (domain, isOn ? byDomain[domain] : double.PositiveInfinity),
            (LaneName.Contact(office.OfficeId), isOn ? byOffice[office.OfficeId].At(now) : double.PositiveInfinity),
        ];
    }
}
