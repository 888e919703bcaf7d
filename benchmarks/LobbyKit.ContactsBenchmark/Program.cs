using System.Diagnostics;
using System.Globalization;
using LobbyKit.ContactsBenchmark;
using LobbyKit.Templates;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// How quick the list of contacts is: dotnet run -c Release --project benchmarks/LobbyKit.ContactsBenchmark [contacts] [letters]
var contacts = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;
var letters = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200_000;
const int Runs = 21;

var folder = Directory.CreateTempSubdirectory("lobbykit-contacts-").FullName;
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder });
builder.Logging.ClearProviders();
builder.Configuration["LobbyKit:Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "lobbykit.db")}";
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLobbyKitData(builder.Configuration);
using var host = builder.Build();
await host.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);

var filling = Stopwatch.StartNew();
var sample = new SampleContacts(host.Services.GetRequiredService<IDbContextFactory<LobbyKitDbContext>>());
await sample.AddAsync(contacts, letters);
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{contacts:N0} contacts, {letters:N0} letters, SQLite; filled in {filling.Elapsed.TotalSeconds:N0} s. Of {Runs} runs; processor time is the mean, and does not mind what else the machine does.\n"));
Console.WriteLine("| What an admin asks for | Found | Processor time | Median | Slowest |\n|---|---|---|---|---|");

(string Name, ContactQuery Query)[] questions =
[
    ("The first page", new ContactQuery()),
    ("The last page", new ContactQuery { Page = int.MaxValue }),
    ("Two words, with accents and in capitals", new ContactQuery { Text = "MÍNISTÉRE müller" }),
    ("A word that stands in half of them", new ContactQuery { Text = "ministere" }),
    ("A word that stands in none", new ContactQuery { Text = "zzyzx" }),
    ("An e-mail address", new ContactQuery { Text = sample.SomeAddress }),
    ("A country", new ContactQuery { CountryCode = "FR" }),
    ("A role, reached by phone, of high confidence", new ContactQuery { Role = ContactRole.ForeignMinister, Channel = ChannelKind.Phone, Confidence = Confidence.High }),
    ("Verified", new ContactQuery { Check = ContactCheck.Verified }),
    ("Not verified", new ContactQuery { Check = ContactCheck.Unverified }),
    ("Stale", new ContactQuery { Check = ContactCheck.Stale }),
    ("Those that refuse letters", new ContactQuery { Bouncing = true }),
    ("By office", new ContactQuery { Sort = ContactSort.Office }),
    ("Longest not verified first, the last page", new ContactQuery { Sort = ContactSort.LongestUnchecked, Page = int.MaxValue }),
    ("Most written to first", new ContactQuery { Sort = ContactSort.MostWritten }),
];
foreach (var (name, query) in questions)
{
    await MeasureAsync(name, async db => (await Search(db).FindAsync(query, CancellationToken.None)).Total);
}

await MeasureAsync("The next contact to verify, and how many there are", async db =>
{
    var list = new ContactsToVerify(db, Options.Create(new ContactOptions()), TimeProvider.System);
    return await list.NextAsync([], CancellationToken.None) is null ? 0 : await list.CountAsync(CancellationToken.None);
});
await MeasureAsync("Letters by month of the most written-to", async db =>
    (await new OfficeLetters(db, TimeProvider.System).MonthsAsync(sample.MostWritten, CancellationToken.None)).Sum(m => m.Written));
await MeasureAsync("Is this an office's own address?", async db =>
    await new ContactDirectory(db).IsOfficeAddressAsync(sample.SomeAddress, CancellationToken.None) ? 1 : 0);
Directory.Delete(folder, recursive: true);

static ContactSearch Search(LobbyKitDbContext db) =>
    new(db, new OfficeLetters(db, TimeProvider.System), Options.Create(new ContactOptions()), TimeProvider.System);

async Task MeasureAsync(string name, Func<LobbyKitDbContext, Task<int>> ask)
{
    var times = new List<double>();
    var found = 0;
    var processor = TimeSpan.Zero;
    for (var run = -1; run < Runs; run++)
    {
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<LobbyKitDbContext>>().CreateDbContextAsync();
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        found = await ask(db);
        if (run >= 0)
        {
            processor += Environment.CpuUsage.TotalTime - before;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
    }

    times.Sort();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {found:N0} | {processor.TotalMilliseconds / Runs:N0} ms | {times[Runs / 2]:N0} ms | {times[^1]:N0} ms |"));
}
