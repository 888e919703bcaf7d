using System.Globalization;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>How much of its pace an office gets at which hour of its day.</summary>
public sealed class PaceCurve
{
    private const int HoursOfDay = 24;

    /// <summary>Further ahead nothing is counted: what is to arrive later than this is in no hurry.</summary>
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(30);

    private readonly double[] weights;

    private PaceCurve(double[] weights) => this.weights = weights;

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

    /// <summary>The hours between two moments, each as much as its weight.</summary>
    public double WeightedHours(DateTime fromUtc, DateTime toUtc, TimeZoneInfo zone)
    {
        var hours = 0.0;
        foreach (var (start, end) in Hours(fromUtc, toUtc))
        {
            hours += (end - start).TotalHours * WeightAt(start, zone);
        }

        return hours;
    }

    /// <summary>When so much weighted time will have gone by.</summary>
    /// <returns>Null where it takes longer than 30 days.</returns>
    public DateTime? After(DateTime fromUtc, double weightedHours, TimeZoneInfo zone)
    {
        var left = weightedHours;
        foreach (var (start, end) in Hours(fromUtc, fromUtc + Horizon))
        {
            var weight = WeightAt(start, zone);
            var here = (end - start).TotalHours * weight;
            if (weight > 0 && here >= left)
            {
                return start.AddHours(left / weight);
            }

            left -= here;
        }

        return null;
    }

    // From quarter to quarter: there are time zones that are off by three quarters of an hour.
    private static IEnumerable<(DateTime Start, DateTime End)> Hours(DateTime fromUtc, DateTime toUtc)
    {
        var last = toUtc < fromUtc + Horizon ? toUtc : fromUtc + Horizon;
        for (var start = fromUtc; start < last;)
        {
            var next = new DateTime((start.Ticks / Quarter.Ticks * Quarter.Ticks) + Quarter.Ticks, DateTimeKind.Utc);
            var end = next < last ? next : last;
            yield return (start, end);
            start = end;
        }
    }

    private static TimeSpan Quarter { get; } = TimeSpan.FromMinutes(15);
}
