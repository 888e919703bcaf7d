using System.Globalization;
using LobbyKit.Benchmarks;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

// dotnet run --project benchmarks/LobbyKit.Benchmarks -c Release [-- LETTERS [FOLDER]]
// With a folder the database is kept there, and one that is there already is used as it is.
const double MostMilliseconds = 100;
const int WarmUp = 150;
var letters = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var folder = args.Length > 1 ? Directory.CreateDirectory(args[1]).FullName : Directory.CreateTempSubdirectory("lobbykit-benchmark-").FullName;
using var application = new BenchmarkApplication(folder);
application.Open();
var factory = application.Services.GetRequiredService<IDbContextFactory<LobbyKitDbContext>>();
var clock = TimeProvider.System;
var campaignId = await application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).FirstAsync());

if (!await application.WithDatabaseAsync(db => db.Letters.AnyAsync()))
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Filling {application.DatabaseFile} with {letters:N0} letters…"));
    var today = clock.GetUtcNow().UtcDateTime.Date;
    var (version, contacts) = await application.WithDatabaseAsync(async db =>
    {
        var campaign = await db.Campaigns.SingleAsync(c => c.Id == campaignId);
        (campaign.OpensAt, campaign.ClosesAt, campaign.Goal) = (today.AddDays(1 - LetterFill.Days), today.AddDays(20), 1_500_000);
        (campaign.EventStarts, campaign.EventEnds) = (DateOnly.FromDateTime(today.AddDays(21)), DateOnly.FromDateTime(today.AddDays(22)));
        await db.SaveChangesAsync();
        return (await db.LetterTemplateVersions.Select(v => v.Id).FirstAsync(), await db.Contacts.Select(c => c.Id).ToListAsync());
    });
    await using var connection = new SqliteConnection($"Data Source={application.DatabaseFile}");
    await connection.OpenAsync();
    new LetterFill(connection, campaignId, version, contacts, today).Run(letters);
}

Timings.Head();
using (var first = new LetterCounting(factory, clock))
{
    await Timings.OnceAsync("Counting letters, all of them (an installation's first time)", () => first.RunAsync(CancellationToken.None));
    await Timings.ManyAsync("Counting letters, nothing moved", 20, () => first.RunAsync(CancellationToken.None));
    var next = 0;
    await Timings.ManyAsync("Counting letters, 500 of today have moved", 10, async () =>
    {
        await MoveAsync(500 * next++, 500);
        await first.RunAsync(CancellationToken.None);
    });
}

using (var again = new LetterCounting(factory, clock))
{
    await Timings.OnceAsync("Counting letters, first time after a restart", () => again.RunAsync(CancellationToken.None));
}

using (var answers = new AnswerCounting(factory, clock))
{
    await Timings.OnceAsync("Counting answers, all of them (an installation's first time)", () => answers.RunAsync(CancellationToken.None));
    await Timings.ManyAsync("Counting answers, nothing new", 20, () => answers.RunAsync(CancellationToken.None));
}

var retention = application.Services.GetRequiredService<LetterRetention>();
await Timings.ManyAsync("Retention, nothing to do", 5, () => retention.RunAsync(CancellationToken.None));

using var browser = await application.SignInAsync(campaignId);
var page = $"/en/organise/campaigns/{campaignId}";
await Timings.OnceAsync("Dashboard over HTTP, the very first", () => browser.GetStringAsync(page));
var visits = application.Services.GetRequiredService<JourneyCounting>();
for (var i = 0; i < WarmUp; i++)
{
    await CountAVisitAsync();
    await browser.GetStringAsync(page);
    await browser.GetStringAsync($"{page}?handler=Figures");
}

// Counts are kept in memory until something is counted again: the first to look after that waits longest, and decides.
var afterCount = await Timings.ManyAsync("Dashboard over HTTP, first look after each count", 200, () => browser.GetStringAsync(page), CountAVisitAsync);
await Timings.ManyAsync("Dashboard over HTTP, later looks", 200, () => browser.GetStringAsync(page));
await Timings.ManyAsync("Its figures over HTTP, as it refreshes itself", 200, () => browser.GetStringAsync($"{page}?handler=Figures"));
await using (var db = await factory.CreateDbContextAsync())
{
    LetterFigures figures = null!;
    await Timings.ManyAsync("Of the first look, reading the sums of letters", 100, async () => figures = await LetterFigures.OfAsync(db, campaignId, CancellationToken.None));
    await Timings.ManyAsync("Of the first look, reading the counts of answers", 100, () => ServerAnswers.OfAsync(db, campaignId, CancellationToken.None));
    await Timings.ManyAsync("Of the first look, reading the counts of visits", 100, () => JourneyFigures.OfAsync(db, campaignId, figures, CancellationToken.None));
}

using (var counting = new LetterCounting(factory, clock))
using (var stop = new CancellationTokenSource())
{
    // SQLite's tasks never wait: without a thread of its own the counting would not let anybody else begin.
    var busy = Task.Run(() => CountAgainAndAgainAsync(counting, stop.Token));
    await Timings.ManyAsync("Dashboard over HTTP while letters are being counted without a break", 100, () => browser.GetStringAsync(page));
    await stop.CancelAsync();
    await busy;
}

await Timings.ManyAsync("The appeal over HTTP", 100, () => browser.GetStringAsync("/en/campaigns/keep-hope-alive"));
await Timings.ManyAsync("CSV over HTTP", 5, () => browser.GetStringAsync($"{page}/letters.csv"));
await application.WithDatabaseAsync(async db =>
{
    var direct = new DirectCounts(db, campaignId);
    return await Timings.ManyAsync("For comparison: the dashboard's queries on the letters and answers themselves", 3, direct.RunAsync);
});

var (rows, sums, size) = await application.WithDatabaseAsync(async db =>
    (await db.LetterCounts.CountAsync(), await db.LetterSums.CountAsync(), (await browser.GetStringAsync(page)).Length));
Console.WriteLine();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{rows:N0} counts, {sums:N0} sums, {new FileInfo(application.DatabaseFile).Length / 1e6:N0} MB database, {size / 1e3:N0} kB page, {Environment.ProcessorCount} cores."));
if (args.Length < 2)
{
    await application.DisposeAsync();
    SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The dashboard's 95th percentile is {afterCount:N1} ms; it may be {MostMilliseconds:N0}."));
return afterCount <= MostMilliseconds ? 0 : 1;

Task CountAVisitAsync()
{
    visits.Add(campaignId, "FR", JourneyStep.FormOpened);
    return visits.RunAsync(CancellationToken.None);
}

Task<int> MoveAsync(int skip, int take) => application.WithDatabaseAsync(db =>
{
    var now = clock.GetUtcNow().UtcDateTime;
    var today = DateOnly.FromDateTime(now);
    var ids = db.Letters.Where(l => l.CampaignId == campaignId && l.CreatedOn == today).OrderBy(l => l.Id).Skip(skip).Take(take).Select(l => l.Id);
    return db.Letters.Where(l => ids.Contains(l.Id)).ExecuteUpdateAsync(set => set.SetProperty(l => l.StateAt, now).SetProperty(l => l.State, LetterState.Answered));
});

async Task CountAgainAndAgainAsync(LetterCounting counting, CancellationToken cancellationToken)
{
    for (var round = 20; !cancellationToken.IsCancellationRequested; round++)
    {
        await MoveAsync(500 * round, 500);
        await counting.RunAsync(CancellationToken.None);
    }
}
