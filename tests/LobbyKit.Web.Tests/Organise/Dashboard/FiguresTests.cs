using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bogus;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Pages.Organise.Dashboard;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Organise.Dashboard;

public sealed class FiguresTests(WatchedCampaigns watched) : IClassFixture<WatchedCampaigns>
{
    private static readonly string[] Countries =
        ["DE", "FR", "SA", "JP", "TR", "BR", "NG", "IN", "ZA", "AR", "MX", "CA", "KR", "ID", "IT"];

    [Fact]
    public async Task Every_figure_is_what_was_put_in_and_reported_letters_stand_apart()
    {
        var (campaign, letters) = await FillAsync(400);
        var counted = letters.Where(l => LetterLife.Counted.Contains(l.State)).ToList();

        var page = await watched.ReadAsync(campaign);

        Assert.Equal(Number(counted.Count), WatchedCampaigns.Figure(page, "Letters on their way or delivered"));
        Assert.Equal(Number(counted.Count(IsReported)), WatchedCampaigns.Figure(page, "of these, reported by their supporters as sent by hand"));
        Assert.Equal(Number(counted.Select(l => l.CountryCode).Distinct().Count()), WatchedCampaigns.Figure(page, "Countries"));
        AssertTable(counted, l => l.CreatedOn.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture), page, "#days-table");
        AssertTable(counted, l => Web.Infrastructure.Localisation.CountryNames.Of(l.CountryCode, "en"), page, "#countries-table");
        AssertTable(counted, l => SpokenLanguage.Name(l.Language), page, "#languages-table");
        AssertTable(counted, l => Web.Pages.Organise.Letters.CoverageModel.Route(l.Route), page, "#channels-table");
        Assert.Equal(
            letters.GroupBy(l => l.State).OrderBy(g => g.Key).Select(g => $"{DashboardText.State(g.Key)}: {g.Count()}"),
            WatchedCampaigns.Table(page, "#states-table").Select(r => $"{r[0]}: {r[1]}"));
    }

    [Fact]
    public async Task A_chart_has_the_figures_of_its_table()
    {
        var (campaign, _) = await FillAsync(300);
        var page = await watched.ReadAsync(campaign);

        foreach (var id in new[] { "countries", "languages", "channels", "states" })
        {
            var rows = WatchedCampaigns.Table(page, $"#{id}-table").Take(BarChart.MostBars).ToList();
            var bars = page.QuerySelectorAll($"#{id} svg.chart > g").ToList();
            var most = WatchedCampaigns.Table(page, $"#{id}-table").Max(r => Parse(r[^1]));
            Assert.NotEmpty(rows);
            Assert.Equal(rows.Select(r => (r[0], r[^1])), bars.Select(b => (Visitor.Line(b.QuerySelector("text")), Visitor.Line(b.QuerySelector("text.value")))));
            Assert.All(rows.Zip(bars), pair =>
            {
                var width = pair.Second.QuerySelectorAll("rect").Sum(r => Percent(r, "width"));
                Assert.Equal(100.0 * Parse(pair.First[^1]) / most, width, 0.01);
            });
        }

        AssertColumns(page);
    }

    [Fact]
    public async Task A_chart_names_itself_and_tells_its_series_apart_without_colour()
    {
        var (campaign, _) = await FillAsync(100);
        var page = await watched.ReadAsync(campaign);

        var charts = page.QuerySelectorAll("svg.chart").ToList();
        Assert.Equal(6, charts.Count);
        Assert.All(charts, chart =>
        {
            Assert.Equal("img", chart.GetAttribute("role"));
            Assert.All(chart.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.NotEmpty(Visitor.Line(page.GetElementById(id))));
        });
        Assert.All(page.QuerySelectorAll("rect.reported"), r => Assert.Equal("url(#by-hand)", r.GetAttribute("fill")));
        Assert.Single(page.QuerySelectorAll("pattern#by-hand"));
        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.Equal(page.All.Count(e => e.Id is { Length: > 0 }), page.All.Where(e => e.Id is { Length: > 0 }).Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Neither_page_nor_file_has_anything_of_a_supporter()
    {
        var (campaign, _) = await FillAsync(60);

        var page = await watched.Browser.GetStringAsync(WatchedCampaigns.Address(campaign));
        var file = await watched.Browser.GetStringAsync($"{WatchedCampaigns.Address(campaign)}/letters.csv");

        Assert.NotEmpty(watched.Supporters);
        Assert.All(watched.Supporters, name => Assert.DoesNotContain(name, page + file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=Figures")]
    [InlineData("/letters.csv")]
    public async Task Only_the_team_watches(string address)
    {
        var own = await watched.Browser.GetAsync(WatchedCampaigns.Address(watched.Sample) + address);
        var strangers = await watched.StrangersBrowser.GetAsync(WatchedCampaigns.Address(watched.Sample) + address);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, strangers.StatusCode);
    }

    [Fact]
    public async Task The_refreshing_gets_the_figures_and_nothing_else()
    {
        var (campaign, _) = await FillAsync(50);
        var page = await watched.ReadAsync(campaign);
        var address = page.GetElementById("figures")!.GetAttribute("data-address")!;

        var part = await watched.Browser.GetStringAsync(address);

        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        var fresh = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(part);
        Assert.Equal(
            page.QuerySelectorAll("#figures [data-part]").Select(p => p.Id),
            fresh.QuerySelectorAll("[data-part]").Select(p => p.Id));
        Assert.Equal(WatchedCampaigns.Table(page, "#countries-table"), WatchedCampaigns.Table(fresh, "#countries-table"));
        Assert.Equal(WatchedCampaigns.Address(campaign), page.GetElementById("refresh")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_campaign_without_letters_says_so()
    {
        var page = await watched.ReadAsync(await watched.AddCampaignAsync(c => c.Goal = 100));

        Assert.Equal("0", WatchedCampaigns.Figure(page, "Letters on their way or delivered"));
        Assert.Contains("0 of 100 letters: 0 % of the goal.", WatchedCampaigns.Pace(page));
        Assert.Contains("There are none yet.", page.QuerySelector("#days")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No letter has gone out yet.", page.QuerySelector("#answers")!.TextContent, StringComparison.Ordinal);
        Assert.All(WatchedCampaigns.Table(page, "#steps table").Skip(1), r => Assert.Equal("–", r[2]));
    }

    [Fact]
    public async Task The_pace_is_held_against_the_goal_in_words()
    {
        var campaign = await watched.AddCampaignAsync(c => c.Goal = 500);
        await watched.AddAsync(Enumerable.Range(1, 7).SelectMany(day => Enumerable.Range(0, 10)
            .Select(_ => watched.NewLetter(campaign, "DE", "de", LetterRoute.Server, LetterState.Accepted, day))));

        var page = await watched.ReadAsync(campaign);

        Assert.Equal("22", WatchedCampaigns.Figure(page, "days to the event"));
        Assert.Equal("19", WatchedCampaigns.Figure(page, "whole days until it closes"));
        Assert.Equal(
            [
                "70 of 500 letters: 14 % of the goal.",
                $"To reach it, 22 letters a day are needed until it closes on {campaign.ClosesAt.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC.",
                "Over the last 7 whole days it was 10 letters a day. At that pace there are about 270 letters at the close.",
            ],
            WatchedCampaigns.Pace(page));
    }

    [Fact]
    public async Task A_closed_campaign_has_no_pace_any_more()
    {
        var campaign = await watched.AddCampaignAsync(c =>
        {
            c.Goal = 3;
            c.State = CampaignState.Closed;
            c.ClosesAt = watched.Now.AddDays(-2);
            c.EventStarts = c.EventEnds = DateOnly.FromDateTime(watched.Now.AddDays(-1));
        });
        await watched.AddAsync(Enumerable.Range(0, 3).Select(_ => watched.NewLetter(campaign, "DE", "de", LetterRoute.Post, LetterState.Reported, 5)));

        var page = await watched.ReadAsync(campaign);

        Assert.Equal("over", WatchedCampaigns.Figure(page, "The event"));
        Assert.Equal(
            [$"It closed on {campaign.ClosesAt.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC.", "The goal of 3 letters is reached."],
            WatchedCampaigns.Pace(page));
    }

    private static void AssertColumns(IHtmlDocument page)
    {
        var days = WatchedCampaigns.Table(page, "#days-table").AsEnumerable().Reverse().ToList();
        var columns = page.QuerySelectorAll("#days svg.chart > g").Where(g => g.QuerySelector("title") is not null).ToList();
        Assert.Equal(days.Select(d => $"{d[0]}: {d[1]} sent by LobbyKit, {d[2]} reported"), columns.Select(c => Visitor.Line(c.QuerySelector("title"))));
        var heights = days.Zip(columns).Where(p => Parse(p.First[3]) > 0)
            .Select(p => p.Second.QuerySelectorAll("rect").Sum(r => double.Parse(r.GetAttribute("height")!, CultureInfo.InvariantCulture)) / Parse(p.First[3])).ToList();
        Assert.NotEmpty(heights);
        Assert.All(heights, h => Assert.Equal(heights[0], h, 0.01));
    }

    private static void AssertTable(List<Letter> letters, Func<Letter, string> by, IHtmlDocument page, string table)
    {
        var expected = letters.GroupBy(by).Select(g => $"{g.Key}: {g.Count(l => !IsReported(l))} + {g.Count(IsReported)} = {g.Count()}").Order(StringComparer.Ordinal);
        // Days without letters have a row, too.
        var actual = WatchedCampaigns.Table(page, table).Where(r => r[3] != "0").Select(r => $"{r[0]}: {r[1]} + {r[2]} = {r[3]}").Order(StringComparer.Ordinal);
        Assert.Equal(expected, actual);
    }

    private static bool IsReported(Letter letter) => letter.Route != LetterRoute.Server;

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static int Parse(string number) => int.Parse(number, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static double Percent(IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute)!.TrimEnd('%'), CultureInfo.InvariantCulture);

    private async Task<(Campaign Campaign, List<Letter> Letters)> FillAsync(int count)
    {
        var campaign = await watched.AddCampaignAsync();
        var random = new Randomizer(count);
        var letters = Enumerable.Range(0, count).Select(_ =>
        {
            var route = random.Enum<LetterRoute>();
            var state = route == LetterRoute.Server
                ? random.Enum(LetterState.Reported)
                : random.ArrayElement([LetterState.Reported, LetterState.AwaitingConfirmation, LetterState.Expired]);
            return watched.NewLetter(
                campaign, random.ArrayElement(Countries), random.ArrayElement(["en", "de", "ar", "pt-BR"]), route, state, random.Int(0, 20));
        }).ToList();
        await watched.AddAsync(letters);
        return (campaign, letters);
    }
}
