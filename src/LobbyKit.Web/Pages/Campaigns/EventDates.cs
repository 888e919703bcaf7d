using System.Globalization;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>The dates of an event, as the page's language writes them.</summary>
public static class EventDates
{
    public static string Of(Campaign campaign)
    {
        var culture = CultureInfo.CurrentCulture;
        var pattern = LongDate.Pattern(culture);
        var starts = campaign.EventStarts.ToString(pattern, culture);
        if (campaign.EventStarts == campaign.EventEnds)
        {
            return starts;
        }

        var (from, to) = (campaign.EventStarts, campaign.EventEnds);
        var ends = to.ToString(pattern, culture);
        var sameMonth = (from.Year, from.Month) == (to.Year, to.Month) && pattern.StartsWith("d ", StringComparison.Ordinal);
        return sameMonth ? $"{from.Day}–{ends}" : $"{starts} – {ends}";
    }
}
