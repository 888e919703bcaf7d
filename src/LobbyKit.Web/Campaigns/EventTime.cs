namespace LobbyKit.Web.Campaigns;

/// <summary>Clock times at the place of an event.</summary>
public static class EventTime
{
    /// <summary>A time that the clocks there leap over is the one an hour later.</summary>
    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        var clockTime = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(clockTime) ? clockTime.AddHours(1) : clockTime, zone);
    }

    public static DateTime ToLocal(DateTime utc, string zone) => TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone));

    /// <returns>Null where no such IANA time zone is known.</returns>
    public static TimeZoneInfo? FindZone(string? id) =>
        !string.IsNullOrWhiteSpace(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id.Trim(), out var zone) && zone.HasIanaId ? zone : null;

    /// <summary>The IANA time zones, in alphabetical order.</summary>
    public static IReadOnlyList<string> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id).Order(StringComparer.Ordinal)];
}
