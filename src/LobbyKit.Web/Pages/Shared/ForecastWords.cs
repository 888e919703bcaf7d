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
    private static readonly TimeSpan Far = TimeSpan.FromDays(30);

    /// <summary>Such as "in about 3 hours", for within a sentence.</summary>
    public static string When(this LetterForecast forecast, IStringLocalizer<Texts> texts, DateTime now)
    {
        if (forecast.At is not { } at)
        {
            return texts[$"Forecast.{forecast.Obstacle}"];
        }

        var wait = at - now;
        var hours = (int)Math.Ceiling(wait.TotalHours);
        return forecast.IsSoon(now)
            ? texts["Forecast.Minutes"]
            : hours <= 1
                ? texts["Forecast.Hour"]
                : wait < Long
                    ? Counted(texts, "Forecast.Hours", hours)
                    : wait <= Far
                        ? Counted(texts, "Forecast.Days", (int)Math.Ceiling(wait.TotalDays))
                        : texts["Forecast.Far"];
    }

    /// <summary>Whether it goes almost at once.</summary>
    public static bool IsSoon(this LetterForecast forecast, DateTime now) => forecast.At - now < Soon;

    /// <summary>Whether it is so far off that a number of days would only seem to be known.</summary>
    public static bool IsFar(this LetterForecast forecast, DateTime now) => forecast.At - now > Far;

    /// <summary>What that means, and why it takes so long; none where it goes at once.</summary>
    public static IEnumerable<string> Remarks(this LetterForecast forecast, IStringLocalizer<Texts> texts, DateTime now)
    {
        if (!forecast.IsInTime)
        {
            yield return texts[forecast.IsEventOn ? "Forecast.EventOn" : "Forecast.Late"];
        }

        if (forecast.At - now >= Soon)
        {
            if (forecast.Ahead > 0)
            {
                yield return texts["Forecast.Turn", forecast.Ahead.ToString("N0", CultureInfo.CurrentCulture)];
            }

            if (forecast.IsAfterHours)
            {
                yield return texts["Forecast.AfterHours"];
            }
        }
    }

    // Arabic has words of their own for two and for three to ten. No more than 36 are counted.
    private static string Counted(IStringLocalizer<Texts> texts, string key, int count) =>
        texts[$"{key}.{(count == 2 ? "Two" : count <= 10 ? "Few" : "Many")}", count.ToString(CultureInfo.CurrentCulture)];
}
