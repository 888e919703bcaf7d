using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise.Letters;

/// <summary>An organiser of the sample campaign at the real application, with a browser that runs no scripts.</summary>
public sealed class LetterDesk : IAsyncDisposable
{
    public const string Email = "anna@campaign.example";

    private LetterDesk(TestApplication application, HttpClient browser, int campaignId) =>
        (Application, Browser, CampaignId) = (application, browser, campaignId);

    public TestApplication Application { get; }

    public HttpClient Browser { get; }

    public int CampaignId { get; }

    public string Letters => $"/en/organise/campaigns/{CampaignId}/letters";

    public static async Task<LetterDesk> OpenAsync(string email = Email)
    {
        var application = new TestApplication();
        var campaign = await application.WithDatabaseAsync(db => db.Campaigns.SingleAsync());
        await application.AddAccountAsync(AccountRoles.Organiser, email, campaign.Id);
        return new LetterDesk(application, await application.SignInAsync(email), campaign.Id);
    }

    /// <summary>The same campaign in a colleague's browser.</summary>
    public LetterDesk In(HttpClient browser) => new(Application, browser, CampaignId);

    public Task<LetterTemplate> LetterAsync(string language) => Application.WithDatabaseAsync(
        db => db.LetterTemplates.Include(t => t.Versions.OrderBy(v => v.Number)).SingleAsync(t => t.Language == language && t.CountryCode == ""));

    public async Task<string> EditorAsync(string language) => $"{Letters}/{(await LetterAsync(language)).Id}";

    public async Task<IHtmlDocument> ReadAsync(string address)
    {
        var answer = await Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Posts the editor's form as it stands on the page, with some answers changed.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, string handler, params (string Name, string Value)[] changed)
    {
        var page = await ReadAsync(address);
        var values = page.QuerySelectorAll("input, select, textarea").Where(e => e.GetAttribute("name") is not null).Aggregate(
            new Dictionary<string, string>(),
            (all, element) =>
            {
                var value = element switch
                {
                    IHtmlTextAreaElement box => box.Value,
                    IHtmlSelectElement select => select.Value,
                    IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
                    IHtmlInputElement input => input.Value,
                    _ => null,
                };
                if (value is not null)
                {
                    all[element.GetAttribute("name")!] = value;
                }

                return all;
            });
        foreach (var (name, value) in changed)
        {
            values[name] = value;
        }

        using var form = new FormUrlEncodedContent(values);
        return await Browser.PostAsync(handler.Length == 0 ? address : $"{address}?handler={handler}", form);
    }

    public async Task<IHtmlDocument> SubmitAsync(string address, string handler, params (string Name, string Value)[] changed)
    {
        var answer = await PostAsync(address, handler, changed);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await ReadAsync(answer.Headers.Location!.ToString())
            : new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    public static string Words(IHtmlDocument page) => Regex.Replace(page.QuerySelector("main")!.TextContent, @"\s+", " ");

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Application.DisposeAsync();
    }
}
