using System.Globalization;
using System.Text;
using CsvHelper;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Tests.Organise.Dashboard;

public sealed class ExportTests(WatchedCampaigns watched) : IClassFixture<WatchedCampaigns>
{
    [Fact]
    public async Task The_file_is_exactly_this_and_small_numbers_are_put_together()
    {
        var campaign = await watched.AddCampaignAsync();
        await AddCountsAsync(
            campaign,
            (20, "DE", "de", LetterRoute.Server, LetterState.Accepted, 12),
            // Three small ones that are five together.
            (20, "DE", "en", LetterRoute.Server, LetterState.Accepted, 2),
            (20, "DE", "de", LetterRoute.Server, LetterState.Rejected, 2),
            (20, "DE", "en", LetterRoute.Post, LetterState.Reported, 1),
            (20, "KP", "en", LetterRoute.Server, LetterState.Accepted, 4),
            (20, "TM", "en", LetterRoute.WebForm, LetterState.Reported, 1),
            (21, "GB", "en", LetterRoute.Server, LetterState.AwaitingConfirmation, 5),
            (21, "KP", "en", LetterRoute.Server, LetterState.Accepted, 1));

        var bytes = await watched.Browser.GetByteArrayAsync($"{WatchedCampaigns.Address(campaign)}/letters.csv");

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            "day,country_code,country,language,route,state,letters\r\n"
            + "2026-11-20,DE,Germany,de,server,accepted,12\r\n"
            + "2026-11-20,DE,Germany,other,other,other,5\r\n"
            + "2026-11-20,,Other countries,other,other,other,5\r\n"
            + "2026-11-21,GB,United Kingdom,en,server,awaiting_confirmation,5\r\n"
            + "2026-11-21,,Other countries,other,other,other,fewer than 5\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task It_comes_as_a_file_with_the_campaigns_name()
    {
        var answer = await watched.Browser.GetAsync($"{WatchedCampaigns.Address(watched.Sample)}/letters.csv");

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", answer.Content.Headers.ContentType.CharSet);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("keep-hope-alive-letters.csv", answer.Content.Headers.ContentDisposition.FileName);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1:A9)")]
    [InlineData("\t=1")]
    public async Task A_cell_never_starts_a_formula(string cell)
    {
        var campaign = await watched.AddCampaignAsync();
        await AddCountsAsync(campaign, (20, "DE", cell, LetterRoute.Server, LetterState.Accepted, 9));

        var text = await watched.Browser.GetStringAsync($"{WatchedCampaigns.Address(campaign)}/letters.csv");

        using var csv = new CsvReader(new StringReader(text.TrimStart('\uFEFF')), CultureInfo.InvariantCulture);
        Assert.True(await csv.ReadAsync() && csv.ReadHeader() && await csv.ReadAsync());
        Assert.Equal($"'{cell}", csv.GetField("language"));
        Assert.Equal("9", csv.GetField("letters"));
    }

    [Fact]
    public async Task Letters_of_a_real_count_are_all_in_the_file()
    {
        var campaign = await watched.AddCampaignAsync();
        await watched.AddAsync(Enumerable.Range(0, 30).Select(i =>
            watched.NewLetter(campaign, i < 20 ? "FR" : "BE", i % 2 == 0 ? "fr" : "en", LetterRoute.Server, LetterState.Accepted, 1)));

        var lines = (await watched.Browser.GetStringAsync($"{WatchedCampaigns.Address(campaign)}/letters.csv")).Split("\r\n");

        Assert.Equal(
            ["2026-11-21,BE,Belgium,en,server,accepted,5", "2026-11-21,BE,Belgium,fr,server,accepted,5", "2026-11-21,FR,France,en,server,accepted,10", "2026-11-21,FR,France,fr,server,accepted,10", ""],
            lines[1..]);
    }

    private Task AddCountsAsync(Campaign campaign, params (int Day, string Country, string Language, LetterRoute Route, LetterState State, int Letters)[] counts) =>
        watched.Application.ChangeDatabaseAsync(db =>
        {
            db.LetterCounts.AddRange(counts.Select(c => new LetterCount
            {
                CampaignId = campaign.Id,
                Day = new DateOnly(2026, 11, c.Day),
                CountryCode = c.Country,
                Language = c.Language,
                Route = c.Route,
                State = c.State,
                Letters = c.Letters,
            }));
            return Task.CompletedTask;
        });
}
