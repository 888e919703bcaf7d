using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bogus;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise.Dashboard;

/// <summary>One application with several campaigns, an organiser on the team of all, and one on none.</summary>
public sealed class WatchedCampaigns : IAsyncLifetime
{
    private readonly Faker faker = new() { Random = new Randomizer(20130906) };
    private int made;

    public TestApplication Application { get; } = new();

    public HttpClient Browser { get; private set; } = null!;

    public HttpClient StrangersBrowser { get; private set; } = null!;

    public Campaign Sample { get; private set; } = null!;

    /// <summary>Names of everybody whose letters were added.</summary>
    public List<string> Supporters { get; } = [];

    public DateTime Now => Application.Clock.GetUtcNow().UtcDateTime;

    public async Task InitializeAsync()
    {
        Sample = await Application.WithDatabaseAsync(db => db.Campaigns.Include(c => c.Texts).SingleAsync());
        await Application.AddAccountAsync(AccountRoles.Organiser, "ines@campaign.example", Sample.Id);
        await Application.AddAccountAsync(AccountRoles.Organiser, "oskar@campaign.example");
        Browser = await Application.SignInAsync("ines@campaign.example");
        StrangersBrowser = await Application.SignInAsync("oskar@campaign.example");
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        StrangersBrowser.Dispose();
        await Application.DisposeAsync();
    }

    /// <summary>A campaign of its own on the team of which the organiser is; open until in twenty days unless it is changed.</summary>
    public async Task<Campaign> AddCampaignAsync(Action<Campaign>? change = null)
    {
        var campaign = new Campaign
        {
            Slug = $"watched-{Interlocked.Increment(ref made)}",
            State = CampaignState.Open,
            SourceLanguage = "en",
            EventStarts = DateOnly.FromDateTime(Now.AddDays(22)),
            EventEnds = DateOnly.FromDateTime(Now.AddDays(23)),
            EventTimeZone = "UTC",
            OpensAt = Now.AddDays(-60),
            ClosesAt = Now.AddDays(20),
            Accent = "#1d4e5f",
            SenderName = "Watched",
            ConsentVersion = "1",
            CreatedAt = Now,
        };
        campaign.Texts.Add(new CampaignText
        {
            Language = "en",
            Title = "Watched",
            Summary = "",
            Demand = "",
            Story = "",
            EventName = "",
            EventPlace = "",
            ConsentWording = "",
        });
        change?.Invoke(campaign);
        await Application.ChangeDatabaseAsync(db => Task.FromResult(db.Campaigns.Add(campaign)));
        await Application.ChangeDatabaseAsync(async db =>
        {
            var ines = await db.Users.SingleAsync(u => u.Email == "ines@campaign.example");
            db.CampaignMembers.Add(new CampaignMember { CampaignId = campaign.Id, AccountId = ines.Id, JoinedAt = Now });
        });
        return campaign;
    }

    /// <summary>A letter that somebody wrote, so many days ago.</summary>
    public Letter NewLetter(Campaign campaign, string country, string language, LetterRoute route, LetterState state, int daysAgo)
    {
        var name = $"{faker.Name.FirstName()} Zq{faker.Random.AlphaNumeric(8)}";
        Supporters.Add(name);
        var at = Now.AddDays(-daysAgo);
        return new Letter
        {
            CampaignId = campaign.Id,
            ContactId = 1,
            TemplateVersionId = 1,
            CountryCode = country,
            Language = language,
            ReaderLanguage = "en",
            Route = route,
            State = state,
            ReceiptTokenHash = faker.Random.Hash(64),
            HasText = true,
            Sealed = Application.Service<SealedJson>().SealLetter(new LetterContent { SupporterName = name, Subject = "", Body = "", ReceiptToken = "" }),
            ConsentVersion = "1",
            ConsentAt = at,
            CreatedAt = at,
            CreatedOn = DateOnly.FromDateTime(at),
            StateAt = Now,
        };
    }

    /// <summary>Stores the letters and counts.</summary>
    public async Task AddAsync(IEnumerable<Letter> letters)
    {
        await Application.ChangeDatabaseAsync(async db => await db.Letters.AddRangeAsync(letters));
        await Application.Service<LetterCounting>().RunAsync(CancellationToken.None);
    }

    public static string Address(Campaign campaign) => $"/en/organise/campaigns/{campaign.Id}";

    public async Task<IHtmlDocument> ReadAsync(Campaign campaign)
    {
        var answer = await Browser.GetAsync(Address(campaign));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The cells of a section's table, row by row.</summary>
    public static List<List<string>> Table(IHtmlDocument page, string tableSelector) =>
        [.. page.QuerySelectorAll($"{tableSelector} tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(Visitor.Line).ToList())];

    public static string Figure(IHtmlDocument page, string name) => Visitor.Line(
        page.QuerySelectorAll("#headline .figures div").Single(d => Visitor.Line(d.QuerySelector("dt")) == name).QuerySelector("dd"));

    public static List<string> Pace(IHtmlDocument page) => [.. page.QuerySelectorAll("#headline .pace li").Select(Visitor.Line)];
}
