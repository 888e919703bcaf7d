using LobbyKit.Web.Campaigns;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>When the event of a campaign is: its letters are to have arrived before.</summary>
/// <param name="StartsAt">The first day's midnight, at its place.</param>
/// <param name="EndsAt">The midnight after the last day.</param>
public sealed record CampaignEvent(DateTime StartsAt, DateTime EndsAt)
{
    /// <param name="starts">The first day.</param>
    /// <param name="ends">The last day.</param>
    /// <param name="timeZone">IANA zone of its place.</param>
    public static CampaignEvent Of(DateOnly starts, DateOnly ends, string timeZone)
    {
        var zone = EventTime.FindZone(timeZone) ?? TimeZoneInfo.Utc;
        // The first and the last of all days have no midnight in every zone.
        return starts.Year <= 1 || ends.Year >= 9999
            ? new CampaignEvent(DateTime.MinValue, DateTime.MinValue)
            : new CampaignEvent(EventTime.ToUtc(starts.ToDateTime(TimeOnly.MinValue), zone), EventTime.ToUtc(ends.AddDays(1).ToDateTime(TimeOnly.MinValue), zone));
    }

    public bool HasBegun(DateTime now) => now >= StartsAt && now < EndsAt;

    /// <summary>Until when its letters are to have arrived: <see cref="DateTime.MaxValue"/> once it is over, as they are in no hurry any more.</summary>
    public DateTime Deadline(DateTime now) => now < EndsAt ? StartsAt : DateTime.MaxValue;
}
