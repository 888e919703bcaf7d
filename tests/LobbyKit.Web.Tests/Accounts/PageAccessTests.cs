using System.Net;
using System.Text.RegularExpressions;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Tests.Application;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Accounts;

/// <summary>Finds every page of the running application and asks for it as everybody, by GET and by POST. What is right follows from the page's folder.</summary>
public sealed class PageAccessTests(PageAccessTests.Installation installation) : IClassFixture<PageAccessTests.Installation>
{
    public enum Visitor
    {
        Stranger,
        OrganiserOffTheTeam,
        OrganiserOnTheTeam,
        Admin,
    }

    private enum Answer
    {
        Open,
        SignIn,
        NotAllowed,
        NotFound,
    }

    public static TheoryData<Visitor, string> Everybody
    {
        get
        {
            var everybody = new TheoryData<Visitor, string>();
            foreach (var visitor in Enum.GetValues<Visitor>())
            {
                everybody.Add(visitor, "GET");
                everybody.Add(visitor, "POST");
            }

            return everybody;
        }
    }

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Every_page_opens_for_whom_its_folder_says(Visitor visitor, string method)
    {
        var pages = installation.Pages();
        using var browser = installation.Browser();
        var cookies = await installation.CookiesAsync(visitor);
        var wrong = new List<string>();
        foreach (var page in pages)
        {
            var expected = Expected(page, visitor);
            var actual = await AskAsync(browser, method, installation.Address(page), cookies);
            if (expected is null)
            {
                wrong.Add($"{page.ViewEnginePath} is in a folder of which nobody has said who may see it.");
            }
            else if (actual != expected && !(actual == Answer.NotFound && expected == Answer.Open && (HasOtherIds(page) || (method == "POST" && NamesItsSubjectInTheForm(page)))))
            {
                wrong.Add($"{method} {page.ViewEnginePath} as {visitor}: expected {expected}, was {actual}.");
            }
        }

        Assert.True(pages.Count > 25, $"Only {pages.Count} pages were found.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <returns>Null for a folder that is not in the table.</returns>
    private static Answer? Expected(PageActionDescriptor page, Visitor visitor)
    {
        var path = page.ViewEnginePath;
        if (path is "/Index" or "/Problem" || IsIn(path, "/Campaigns/") || IsIn(path, "/Letters/") || IsIn(path, "/Mailbox/"))
        {
            return Answer.Open;
        }

        if (IsIn(path, "/Account/"))
        {
            return IsIn(path, "/Account/Profile/") && visitor == Visitor.Stranger ? Answer.SignIn : Answer.Open;
        }

        if (IsIn(path, "/Admin/"))
        {
            return visitor switch { Visitor.Stranger => Answer.SignIn, Visitor.Admin => Answer.Open, _ => Answer.NotAllowed };
        }

        if (IsIn(path, "/Organise/"))
        {
            var isOfOneCampaign = page.AttributeRouteInfo!.Template!.Contains("{id", StringComparison.Ordinal);
            return visitor switch
            {
                Visitor.Stranger => Answer.SignIn,
                Visitor.OrganiserOffTheTeam when isOfOneCampaign => Answer.NotFound,
                _ => Answer.Open,
            };
        }

        return null;
    }

    private static bool IsIn(string path, string folder) => path.StartsWith(folder, StringComparison.Ordinal);

    // Made-up secrets and ids of other things are not found by anybody.
    private static bool HasOtherIds(PageActionDescriptor page) =>
        Regex.Replace(page.AttributeRouteInfo!.Template!, IsIn(page.ViewEnginePath, "/Mailbox/") ? "^$" : @"\{(id|slug|country)\b[^}]*\}", "").Contains('{', StringComparison.Ordinal);

    private static bool NamesItsSubjectInTheForm(PageActionDescriptor page) => page.ViewEnginePath is "/Admin/Contacts/Verify";

    private static async Task<Answer> AskAsync(HttpClient browser, string method, string address, (string Cookies, string Token) of)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("Cookie", of.Cookies);
        request.Content = method == "POST" ? new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", of.Token)]) : null;
        using var answer = await browser.SendAsync(request);
        var to = answer.Headers.Location?.ToString() ?? "";
        return answer.StatusCode switch
        {
            HttpStatusCode.Redirect when to.Contains("/account/sign-in?ReturnUrl=", StringComparison.Ordinal) && to.Contains("%2F", StringComparison.Ordinal) => Answer.SignIn,
            HttpStatusCode.Redirect when to.Contains("/account/not-allowed", StringComparison.Ordinal) => Answer.NotAllowed,
            HttpStatusCode.NotFound => Answer.NotFound,
            HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => Answer.NotAllowed,
            // Of a form with nothing in it a page may say that it is no form; what matters is that it was reached.
            < HttpStatusCode.InternalServerError => Answer.Open,
            _ => throw new InvalidOperationException($"{method} {address} was answered with {answer.StatusCode}."),
        };
    }

    /// <summary>One installation for all, since nothing that is asked here changes it.</summary>
    public sealed class Installation : IAsyncLifetime
    {
        private readonly TestApplication application = new();
        private int campaignId;

        public async Task InitializeAsync()
        {
            campaignId = await application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
            // Campaigns and people have the same numbers here, so that one sample fits both kinds of page.
            await application.AddAccountAsync(AccountRoles.Admin, Email(Visitor.Admin));
            await application.AddAccountAsync(AccountRoles.Organiser, Email(Visitor.OrganiserOnTheTeam), campaignId);
            await application.AddAccountAsync(AccountRoles.Organiser, Email(Visitor.OrganiserOffTheTeam));
        }

        public async Task DisposeAsync() => await application.DisposeAsync();

        public HttpClient Browser()
        {
            application.NewClient().Dispose();
            return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(application.Address) };
        }

        public IReadOnlyList<PageActionDescriptor> Pages() =>
            [.. application.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()];

        /// <summary>The page's address with sample values in it.</summary>
        public string Address(PageActionDescriptor page) => "/en/" + Regex.Replace(
            page.AttributeRouteInfo!.Template!,
            @"\{\*{0,2}(\w+)[^}]*\}",
            match => match.Groups[1].Value switch
            {
                "id" => $"{campaignId}",
                "slug" => "keep-hope-alive",
                "country" => "FR",
                "colour" => "1d4e5f",
                "language" => "en",
                "format" => "csv",
                _ => match.Value.Contains(":int", StringComparison.Ordinal) || match.Value.Contains(":long", StringComparison.Ordinal) ? "1" : "sample",
            });

        /// <summary>Kept as they are, so that the page that signs out spoils none of the others.</summary>
        public async Task<(string Cookies, string Token)> CookiesAsync(Visitor visitor)
        {
            using var browser = Browser();
            var cookies = "";
            if (visitor != Visitor.Stranger)
            {
                var (before, token) = await OpenFormAsync(browser, "/en/account/sign-in", "");
                using var request = new HttpRequestMessage(HttpMethod.Post, "/en/account/sign-in");
                request.Headers.TryAddWithoutValidation("Cookie", before);
                request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["Email"] = Email(visitor),
                    ["Password"] = TestApplication.Password,
                    ["__RequestVerificationToken"] = token,
                });
                using var answer = await browser.SendAsync(request);
                cookies = Cookies(answer, before);
            }

            return await OpenFormAsync(browser, visitor == Visitor.Stranger ? "/en/account/sign-in" : "/en/account", cookies);
        }

        private static async Task<(string Cookies, string Token)> OpenFormAsync(HttpClient browser, string path, string cookies)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
            using var answer = await browser.SendAsync(request);
            var token = Regex.Match(await answer.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
            return (Cookies(answer, cookies), token);
        }

        private static string Cookies(HttpResponseMessage answer, string before) =>
            string.Join("; ", answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split(';')[0]).Prepend(before).Where(c => c.Length > 0) : [before]);

        private static string Email(Visitor visitor) => $"{visitor}@campaign.example".ToLowerInvariant();
    }
}
