using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Letters;

public sealed class LetterCountingTests : IDisposable
{
    private readonly TestApplication application = new();

    [Fact]
    public async Task Totals_follow_what_became_of_the_letters()
    {
        await CountAsync();
        Assert.Equal((0, 0), await ShownAsync());

        using var german = new LetterWriter(application);
        await german.DeliverAsync("DE");
        using var swedish = new LetterWriter(application);
        await swedish.DeliverAsync("SE");
        using var japanese = await WriteByHandAsync();
        using var unconfirmed = new LetterWriter(application);
        await unconfirmed.SubmitAsync("PL");
        using var withdrawn = new LetterWriter(application);
        await withdrawn.SubmitAsync("AT");
        await withdrawn.Browser.PressAsync("Withdraw my letter");
        await CountAsync();

        Assert.Equal((2, 2), await ShownAsync());
        await japanese.Browser.PressAsync("I sent the form");
        await CountAsync();

        Assert.Equal((3, 3), await ShownAsync());
        Assert.Equal(1, await ReportedAsync());
        var totals = await TotalsAsync();
        Assert.Equal(new LetterTotals(3, 1, 3), totals);

        await japanese.Browser.PressAsync("I pressed this by mistake");
        await CountAsync();
        Assert.Equal((2, 2), await ShownAsync());
        Assert.Null(await ReportedAsync());
    }

    [Fact]
    public async Task Counting_again_changes_nothing_and_a_new_process_counts_the_same()
    {
        using var writer = new LetterWriter(application);
        await writer.DeliverAsync("DE");
        await CountAsync();
        var first = await RowsAsync();

        await CountAsync();
        await CountAsync();
        Assert.Equal(first, await RowsAsync());

        using var other = NewProcess();
        await other.RunAsync(CancellationToken.None);
        Assert.Equal(first, await RowsAsync());
    }

    [Fact]
    public async Task A_new_process_goes_on_where_the_last_one_stopped()
    {
        using var old = new LetterWriter(application);
        await old.DeliverAsync("DE");
        await CountAsync();
        application.Clock.Advance(TimeSpan.FromDays(1));
        using var recent = new LetterWriter(application);
        await recent.SubmitAsync("SE");
        await CountAsync();
        // Nobody would put this right unless all days were counted again.
        await application.WithDatabaseAsync(db => db.LetterCounts.Where(c => c.CountryCode == "DE").ExecuteUpdateAsync(set => set.SetProperty(c => c.Letters, 77)));
        await application.WithDatabaseAsync(db => db.LetterCounts.Where(c => c.CountryCode == "SE").ExecuteUpdateAsync(set => set.SetProperty(c => c.Letters, 88)));

        using var other = NewProcess();
        await other.RunAsync(CancellationToken.None);

        var rows = await RowsAsync();
        Assert.Contains(rows, r => r.EndsWith("DE Server Accepted 77", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.EndsWith("SE Server AwaitingConfirmation 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_stay_counted_when_they_are_scrubbed()
    {
        using var writer = new LetterWriter(application);
        await writer.DeliverAsync("DE");
        application.Clock.Advance(TimeSpan.FromDays(40));
        await application.Service<LetterRetention>().RunAsync(CancellationToken.None);
        await CountAsync();

        Assert.Equal(new LetterTotals(1, 0, 1), await TotalsAsync());
    }

    public void Dispose() => application.Dispose();

    private Task CountAsync() => application.Service<LetterCounting>().RunAsync(CancellationToken.None);

    private LetterCounting NewProcess() => new(application.Service<IDbContextFactory<Web.Data.LobbyKitDbContext>>(), application.Clock);

    private Task<LetterTotals> TotalsAsync() => application.WithDatabaseAsync(async db =>
        await LetterTotals.OfAsync(db, (await db.Campaigns.SingleAsync()).Id, CancellationToken.None));

    private Task<List<string>> RowsAsync() => application.WithDatabaseAsync(async db =>
        (await db.LetterCounts.AsNoTracking().ToListAsync()).Select(c => $"{c.Day} {c.CountryCode} {c.Route} {c.State} {c.Letters}").Order().ToList());

    private async Task<(int? Letters, int? Countries)> ShownAsync() => (await FigureAsync("Letters so far"), await FigureAsync("Countries"));

    /// <summary>Letters delivered by their writers' own hand are shown apart, and only where there are some.</summary>
    private Task<int?> ReportedAsync() => FigureAsync("of these, sent by hand as their writers say");

    private async Task<int?> FigureAsync(string name)
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync(TestApplication.Campaign);
        return browser.Page.QuerySelectorAll(".figures div").SingleOrDefault(d => Visitor.Line(d.QuerySelector("dt")) == name) is { } figure
            ? int.Parse(Visitor.Line(figure.QuerySelector("dd")), System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    private async Task<LetterWriter> WriteByHandAsync()
    {
        var writer = new LetterWriter(application);
        await writer.OpenFormAsync("JP");
        writer.FillIn();
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync("Continue to the form");
        writer.RememberReceipt();
        return writer;
    }
}
