using System.Globalization;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>Days and times as a campaign's files write them.</summary>
internal static class CampaignTimes
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    // Further off nothing is planned, and sums of days stay within what a date can be.
    private const int FirstYear = 2000;
    private const int LastYear = 2200;

    /// <exception cref="FormatException">It is none.</exception>
    public static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear
            ? day
            : throw new FormatException($"\"{text}\" is no day such as 2026-12-14.");

    /// <summary>From the beginning of a day on, or from a time on.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static DateTime Opens(string text) => Time(text) ?? Day(text).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>Up to the end of a day, or up to a time.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static DateTime Closes(string text) => Time(text) ?? Day(text).AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string Opens(DateTime utc) => utc.TimeOfDay == TimeSpan.Zero ? Day(DateOnly.FromDateTime(utc)) : Time(utc);

    public static string Closes(DateTime utc) => utc.TimeOfDay == TimeSpan.Zero ? Day(DateOnly.FromDateTime(utc).AddDays(-1)) : Time(utc);

    private static string Time(DateTime utc) => utc.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static DateTime? Time(string text) =>
        DateTime.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            && time.Year is >= FirstYear and <= LastYear
            ? time
            : null;
}
