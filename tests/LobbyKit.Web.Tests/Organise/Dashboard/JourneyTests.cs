using AngleSharp.Html.Dom;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise.Dashboard;

/// <summary>Goes the supporter's way and looks what the dashboard makes of it. The tests share one campaign and look at what is added.</summary>
public sealed class JourneyTests(WatchedCampaigns watched) : IClassFixture<WatchedCampaigns>
{
    [Fact]
    public async Task A_real_journey_is_counted_step_by_step_to_the_governments_answer()
    {
        var before = await StepsAsync();
        using var writer = new LetterWriter(watched.Application);
        await writer.Browser.OpenAsync(TestApplication.Campaign);
        await writer.DeliverAsync("DE");
        using var second = new LetterWriter(watched.Application);
        await second.SubmitAsync("DE");

        var page = await CountAndReadAsync();

        Assert.Equal([1, 2, 2, 2, 1, 1], Steps(page).Zip(before, (now, then) => now - then));
        var germany = WatchedCampaigns.Table(page, ".by-country").Single(r => r[0] == "Germany");
        Assert.Equal(["Germany", "2", "2 (100 %)", "2 (100 %)", "1 (50 %)", "1 (100 %)"], germany);
        var answer = Assert.Single(WatchedCampaigns.Table(page, "#answers-offices"));
        Assert.StartsWith("Germany", answer[0], StringComparison.Ordinal);
        Assert.Equal(["Accepted", "1"], answer[1..3]);
        Assert.DoesNotContain(writer.Supporter.Name, page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(writer.Supporter.Email, page.Source.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "Sec-Purpose", "prefetch;prerender")]
    [InlineData("GET", "Purpose", "prefetch")]
    [InlineData("GET", "User-Agent", "Mozilla/5.0 (compatible; Examplebot/2.1; +https://search.example/bot.html)")]
    [InlineData("GET", "User-Agent", "facebookexternalhit/1.1")]
    [InlineData("HEAD", "Accept", "*/*")]
    public async Task Who_fetches_ahead_or_says_it_is_a_robot_is_nobody(string method, string header, string value)
    {
        var before = await StepsAsync();
        using var client = watched.Application.NewClient();
        foreach (var address in new[] { TestApplication.Campaign, "/en", $"{TestApplication.Campaign}/write/FR" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await client.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        }

        Assert.Equal(before, await StepsAsync());
    }

    [Fact]
    public async Task An_organiser_looking_at_the_campaign_is_no_visit_and_a_supporter_is()
    {
        var before = await StepsAsync();
        await watched.Browser.GetStringAsync(TestApplication.Campaign);
        await watched.Browser.GetStringAsync($"{TestApplication.Campaign}/write/FR");
        Assert.Equal(before, await StepsAsync());

        using var client = watched.Application.NewClient();
        await client.GetStringAsync(TestApplication.Campaign);
        await client.GetStringAsync("/en");
        await client.GetStringAsync($"{TestApplication.Campaign}/write/FR");

        Assert.Equal([2, 1, 0, 0, 0, 0], (await StepsAsync()).Zip(before, (now, then) => now - then));
    }

    [Fact]
    public async Task A_request_writes_nothing_and_what_cannot_be_written_waits()
    {
        var counting = watched.Application.Service<JourneyCounting>();
        await counting.RunAsync(CancellationToken.None);
        var rows = await RowsAsync();

        counting.Add(watched.Sample.Id, "PL", JourneyStep.FormOpened);
        counting.Add(watched.Sample.Id, "PL", JourneyStep.FormOpened);
        Assert.Equal(rows, await RowsAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting.RunAsync(new CancellationToken(canceled: true)));
        await counting.RunAsync(CancellationToken.None);
        counting.Add(watched.Sample.Id, "PL", JourneyStep.FormOpened);
        await counting.RunAsync(CancellationToken.None);

        var poland = await watched.Application.WithDatabaseAsync(db => db.JourneyCounts.AsNoTracking().SingleAsync(c => c.CountryCode == "PL"));
        Assert.Equal((3, new DateOnly(2026, 11, 22)), (poland.Visits, poland.Day));
    }

    private static List<int> Steps(IHtmlDocument page) =>
        [.. WatchedCampaigns.Table(page, "#steps > .scroll table").Select(r => int.Parse(r[1].Replace("about ", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture))];

    private Task<int> RowsAsync() => watched.Application.WithDatabaseAsync(db => db.JourneyCounts.SumAsync(c => c.Visits));

    private async Task<List<int>> StepsAsync() => Steps(await CountAndReadAsync());

    private async Task<IHtmlDocument> CountAndReadAsync()
    {
        await watched.Application.Service<JourneyCounting>().RunAsync(CancellationToken.None);
        await watched.Application.Service<LetterCounting>().RunAsync(CancellationToken.None);
        await watched.Application.Service<AnswerCounting>().RunAsync(CancellationToken.None);
        return await watched.ReadAsync(watched.Sample);
    }
}
