using System.Net;
using System.Text.RegularExpressions;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Accounts;

/// <summary>Uses the pages as a browser does: opens one, fills in its form, posts it; reads the demo mailbox.</summary>
internal static partial class AccountPages
{
    /// <summary>Opens the page for its antiforgery token, then posts.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient browser, string page, string? handler, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await browser.GetStringAsync(page)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await browser.PostAsync(handler is null ? page : $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}", form);
    }

    public static async Task<string> TextAsync(this HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    /// <summary>The path of the newest set-up link in the log.</summary>
    public static string SetUpPath(this TestApplication application)
    {
        using var client = application.NewClient();
        return SetUpLink().Match(application.LogLines.Last(l => l.Contains("/account/set-up/", StringComparison.Ordinal))).Value;
    }

    /// <summary>Waits for an e-mail to the address whose text has a link to such a page.</summary>
    /// <returns>The link's path.</returns>
    public static async Task<string> MailedPathAsync(this TestApplication application, string address, string page)
    {
        using var client = application.NewClient();
        for (var tries = 0; tries < 100; tries++)
        {
            var list = await client.GetStringAsync("/en/mailbox");
            foreach (Match message in Message().Matches(list))
            {
                var text = WebUtility.HtmlDecode(await client.GetStringAsync(message.Groups[1].Value));
                if (text.Contains(address, StringComparison.Ordinal) && Regex.Match(text, $"/account/{page}/[A-Za-z0-9_/-]+") is { Success: true } link)
                {
                    return link.Value;
                }
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"No e-mail to {address} with a link to {page} came.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/account/set-up/[A-Za-z0-9_-]+")]
    private static partial Regex SetUpLink();

    [GeneratedRegex("href=\"(/en/mailbox/[0-9A-Za-z-]+)\"")]
    private static partial Regex Message();
}
