using System.Globalization;
using LobbyKit.Web.Delivery.Pace;
using LobbyKit.Web.Infrastructure.Localisation;
using Microsoft.Extensions.Localization;

namespace LobbyKit.Web.Pages.Shared;

/// <summary>Says when a letter goes. How long it takes, not a time of day: whose clock would that be?</summary>
public static class ForecastWords
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan Long = TimeSpan.FromHours(36);

    /// <summary>Such as "in about 3 hours", for within a sentence.</summary>
    public static string When(this LetterForecast forecast, IStringLocalizer<Texts> texts, DateTime now)
    {
        if (forecast.At is not { } at)
        {
            return texts["Forecast.Unknown"];
        }

        var wait = at - now;
        var hours = (int)Math.Ceiling(wait.TotalHours);
        return wait < Soon
            ? texts["Forecast.Minutes"]
            : hours <= 1
                ? texts["Forecast.Hour"]
                : wait < Long
                    ? texts["Forecast.Hours", hours.ToString(CultureInfo.CurrentCulture)]
                    : texts["Forecast.Days", ((int)Math.Ceiling(wait.TotalDays)).ToString(CultureInfo.CurrentCulture)];
    }

    /// <summary>Why it takes so long, and what that means; none where it goes at once.</summary>
    public static IEnumerable<string> Remarks(this LetterForecast forecast, IStringLocalizer<Texts> texts, DateTime now)
    {
        if (forecast.Ahead > 0 && forecast.At - now >= Soon)
        {
            yield return texts["Forecast.Turn", forecast.Ahead.ToString("N0", CultureInfo.CurrentCulture)];
        }

        if (!forecast.IsInTime)
        {
            yield return texts["Forecast.Late"];
        }
    }
}
