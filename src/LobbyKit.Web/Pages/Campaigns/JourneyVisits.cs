using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>
/// Counts a step where a supporter seems to have taken it. There is no cookie and nothing is kept of who it was: browsers that fetch ahead,
/// robots that say so, and organisers looking at their own campaign are left out, and that is all that can be known.
/// </summary>
public sealed class JourneyVisits(JourneyCounting counting, IHttpContextAccessor request)
{
    // What robots and link previews call themselves. Not "bot" alone: there are telephones by that name.
    private static readonly string[] RobotWords =
        ["+http", "bot/", "bot;", "telegrambot", "slackbot", "crawler", "spider", "facebookexternalhit", "whatsapp/", "headless", "curl/", "wget/", "python-"];

    /// <param name="campaignId">The campaign's.</param>
    /// <param name="countryCode">A known country's; empty where none was chosen yet.</param>
    /// <param name="step">The step.</param>
    public void Count(int campaignId, string countryCode, JourneyStep step)
    {
        if (request.HttpContext is { } context && IsSupporter(context))
        {
            counting.Add(campaignId, countryCode, step);
        }
    }

    private static bool IsSupporter(HttpContext context)
    {
        var headers = context.Request.Headers;
        var purpose = $"{headers["Sec-Purpose"]} {headers["Purpose"]} {headers["X-Moz"]}";
        return !HttpMethods.IsHead(context.Request.Method)
            && context.User.Identity?.IsAuthenticated != true
            && !purpose.Contains("prefetch", StringComparison.OrdinalIgnoreCase)
            && !purpose.Contains("preview", StringComparison.OrdinalIgnoreCase)
            && !RobotWords.Any(word => headers.UserAgent.ToString().Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
