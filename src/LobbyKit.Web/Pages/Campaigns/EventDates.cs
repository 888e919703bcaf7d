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
        return campaign.EventStarts == campaign.EventEnds ? starts : $"{starts} – {campaign.EventEnds.ToString(pattern, culture)}";
    }
}
