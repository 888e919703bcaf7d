using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Campaigns;

/// <summary>How fast letters come in, against what the goal asks for.</summary>
/// <param name="Letters">Letters counted so far.</param>
/// <param name="Goal">Letters hoped for; 0 where no goal is set.</param>
/// <param name="TimeLeft">Until the campaign closes; zero from then on.</param>
/// <param name="LatelyPerDay">Letters a day over the last whole UTC days, at most a week; null before there was one.</param>
/// <param name="LatelyDays">How many days that are.</param>
public sealed record CampaignPace(int Letters, int Goal, TimeSpan TimeLeft, double? LatelyPerDay, int LatelyDays)
{
    private const int WeekDays = 7;

    public int Missing => Math.Max(0, Goal - Letters);

    /// <summary>Letters a day from now on that reach the goal; on the last day, all that are missing.</summary>
    public int NeededPerDay => (int)Math.Ceiling(Missing / Math.Max(1, TimeLeft.TotalDays));

    /// <summary>Letters at the close, if it goes on as lately; null where nothing is known of lately.</summary>
    public int? ExpectedAtClose => LatelyPerDay is { } pace ? (int)Math.Min(int.MaxValue, Math.Round(Letters + (pace * TimeLeft.TotalDays))) : null;

    public static CampaignPace Of(Campaign campaign, LetterFigures letters, DateTime nowUtc)
    {
        var today = DateOnly.FromDateTime(nowUtc);
        var opened = DateOnly.FromDateTime(campaign.OpensAt);
        var lastWhole = campaign.ClosesAt < nowUtc ? DateOnly.FromDateTime(campaign.ClosesAt) : today.AddDays(-1);
        var firstWhole = lastWhole.AddDays(1 - WeekDays) is var week && week > opened ? week : opened;
        var days = lastWhole.DayNumber - firstWhole.DayNumber + 1;
        var lately = letters.Between(firstWhole, lastWhole);
        return new CampaignPace(
            letters.All,
            campaign.Goal,
            campaign.ClosesAt > nowUtc ? campaign.ClosesAt - nowUtc : TimeSpan.Zero,
            days > 0 ? lately / (double)days : null,
            Math.Max(0, days));
    }
}
