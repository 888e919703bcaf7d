using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>
/// Says how fast letters go: at the office's own pace through its working day; faster where they would miss the event otherwise; through the
/// night only where even that is not enough; and never faster than <see cref="PaceCeilings"/>.
/// </summary>
public sealed class Pacemaker(IOptions<PaceOptions> options)
{
    /// <summary>So long before an event all is to have arrived: what is confirmed later, or put off by a server, has to go, too.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(30);

    private readonly Lazy<PaceCurve> workingDay = new(() => PaceCurve.TryParse(options.Value.HourWeights, out var curve) ? curve! : PaceCurve.Flat);

    public bool IsOn => options.Value.IsOn;

    /// <summary>E-mails an hour through our mail server.</summary>
    public double RelayPerHour => options.Value.RelayPerHour;

    /// <param name="countryCode">The office's.</param>
    /// <param name="waiting">How many letters wait for it, by their events.</param>
    /// <param name="now">UTC.</param>
    public OfficePace Office(string countryCode, IEnumerable<(int Letters, CampaignEvent Event)> waiting, DateTime now)
    {
        var zone = OfficeTime.Of(countryCode);
        var usual = (double)options.Value.PerContactPerHour;
        var queues = waiting.ToList();
        if (queues.Any(q => q.Event.HasBegun(now)))
        {
            // What did not arrive in time is of use only now.
            return new OfficePace(PaceCeilings.ContactPerHour, PaceCurve.Flat, zone, false);
        }

        var deadlines = queues.Where(q => q.Event.Deadline(now) != DateTime.MaxValue).GroupBy(q => q.Event.Deadline(now))
            .OrderBy(g => g.Key).Select(g => (At: g.Key - Reserve, Letters: g.Sum(q => q.Letters))).ToList();
        var byDay = Needed(deadlines, d => workingDay.Value.WeightedHours(now, d, zone));
        if (byDay <= PaceCeilings.ContactPerHour)
        {
            return new OfficePace(Math.Max(usual, byDay), workingDay.Value, zone, true);
        }

        var roundTheClock = Needed(deadlines, d => (d - now).TotalHours);
        return new OfficePace(
            Math.Min(PaceCeilings.ContactPerHour, Math.Max(usual, roundTheClock)), PaceCurve.Flat, zone, roundTheClock <= PaceCeilings.ContactPerHour);
    }

    /// <summary>Letters an hour to all offices at one domain.</summary>
    public double DomainPerHour(IEnumerable<OfficePace> offices)
    {
        var usual = options.Value.PerContactPerHour;
        // Only what an event makes necessary goes beyond the setting.
        var hurried = offices.Where(o => o.PerHour > usual).Sum(o => o.PerHour);
        return Math.Min(PaceCeilings.DomainPerHour, Math.Max(options.Value.PerDomainPerHour, hurried));
    }

    /// <summary>Between two letters. A little longer than the rate says, so that no hour, wherever it begins, has more.</summary>
    public static TimeSpan Interval(double perHour) => TimeSpan.FromSeconds(3610 / perHour);

    // The most that any of the deadlines asks for: up to each, all letters of the earlier ones have to go, too.
    private static double Needed(List<(DateTime At, int Letters)> deadlines, Func<DateTime, double> hoursUntil)
    {
        var needed = 0.0;
        var letters = 0;
        foreach (var deadline in deadlines)
        {
            letters += deadline.Letters;
            var hours = hoursUntil(deadline.At);
            needed = Math.Max(needed, hours > 0 ? letters / hours : double.PositiveInfinity);
        }

        return needed;
    }
}
