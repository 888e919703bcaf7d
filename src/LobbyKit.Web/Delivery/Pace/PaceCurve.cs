using System.Globalization;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>How much of its pace an office gets at which hour of its day.</summary>
public sealed class PaceCurve
{
    private const int HoursOfDay = 24;

    /// <summary>Further ahead nothing is counted: what is to arrive later than this is in no hurry.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(30);

    /// <summary>And this far is said of what comes later still.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(3650);

    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private readonly double[] weights;

    private readonly double day;

    private PaceCurve(double[] weights) => (this.weights, day) = (weights, weights.Sum());

    /// <summary>Every hour alike.</summary>
    public static PaceCurve Flat { get; } = new([.. Enumerable.Repeat(1.0, HoursOfDay)]);

    /// <param name="text">24 numbers from 0 to 1 with blanks between them, not all of them 0.</param>
    /// <param name="curve">Null where it is something else.</param>
    public static bool TryParse(string text, out PaceCurve? curve)
    {
        curve = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var weights = new double[HoursOfDay];
        if (parts.Length != HoursOfDay)
        {
            return false;
        }

        for (var hour = 0; hour < HoursOfDay; hour++)
        {
            if (!double.TryParse(parts[hour], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weights[hour]) || weights[hour] > 1)
            {
                return false;
            }
        }

        curve = new PaceCurve(weights);
        return weights.Any(w => w > 0);
    }

    public double WeightAt(DateTime utc, TimeZoneInfo zone) => weights[TimeZoneInfo.ConvertTimeFromUtc(utc, zone).Hour];

    /// <summary>The hours between two moments, each as much as its weight; no more than 30 days are counted.</summary>
    public double WeightedHours(DateTime fromUtc, DateTime toUtc, TimeZoneInfo zone)
    {
        var to = toUtc < fromUtc + Horizon ? toUtc : fromUtc + Horizon;
        // Of whole days only their number counts; that one may be an hour longer does not.
        var days = to <= fromUtc ? 0 : (to - fromUtc).Days;
        return (days * day) + Quarters(fromUtc.AddDays(days), to).Sum(q => (q.End - q.Start).TotalHours * WeightAt(q.Start, zone));
    }

    /// <summary>When so much weighted time will have gone by; no more than ten years are counted.</summary>
    public DateTime After(DateTime fromUtc, double weightedHours, TimeZoneInfo zone)
    {
        // All but the last day in one step; then another one, as the first may begin anywhere in its day.
        var days = (int)Math.Clamp((weightedHours / day) - 1, 0, Furthest.Days);
        var left = weightedHours - (days * day);
        var from = fromUtc.AddDays(days);
        foreach (var (start, end) in Quarters(from, from.AddDays(3)))
        {
            var weight = WeightAt(start, zone);
            var here = (end - start).TotalHours * weight;
            if (weight > 0 && here >= left)
            {
                return start.AddHours(left / weight);
            }

            left -= here;
        }

        return from.AddDays(3);
    }

    // There are time zones that are off by three quarters of an hour.
    private static IEnumerable<(DateTime Start, DateTime End)> Quarters(DateTime from, DateTime to)
    {
        for (var start = from; start < to;)
        {
            var next = new DateTime((start.Ticks / Quarter.Ticks * Quarter.Ticks) + Quarter.Ticks, DateTimeKind.Utc);
            var end = next < to ? next : to;
            yield return (start, end);
            start = end;
        }
    }
}
