using System.Diagnostics;
using System.Globalization;
using LobbyKit.ContactImportBenchmark;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Importing;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// How long a large import takes, and what it needs: dotnet run -c Release --project benchmarks/LobbyKit.ContactImportBenchmark [rows]
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 50_000;

var folder = Directory.CreateTempSubdirectory("lobbykit-import-").FullName;
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder });
builder.Logging.ClearProviders();
builder.Configuration["LobbyKit:Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "lobbykit.db")}";
builder.Services.AddSingleton(TimeProvider.System);
builder.Configuration["LobbyKit:Keys:Folder"] = Path.Combine(folder, "keys");
builder.Services.AddLobbyKitData(builder.Configuration);
builder.Services.AddLobbyKitSecrets(builder.Configuration, builder.Environment);
// As in the application: every contact that is changed gets its entry in the log.
builder.Services.AddAudit();
builder.Services.AddSingleton<IAuditActors, Nobody>();
builder.Services.AddSingleton<ImportSignal>();
builder.Services.AddSingleton<ImportProgress>();
builder.Services.AddSingleton<ImportSteps>();
using var host = builder.Build();
await host.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);
host.Services.GetRequiredService<AuditSignature>().Prepare();
var contexts = host.Services.GetRequiredService<IDbContextFactory<LobbyKitDbContext>>();
var steps = host.Services.GetRequiredService<ImportSteps>();

var list = ForeignList.Write(rows, "de");
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{rows:N0} rows, {list.Length / 1048576d:N1} MB, Windows-1252, semicolons, other headings; SQLite.\n"));
Console.WriteLine("| Step | Took | Processor time | Managed memory, most | Process, most | Longest that another write waited |\n|---|---|---|---|---|---|");
await ImportAsync("Into an empty list", list);
// Every other person is another one: half of the contacts change.
await ImportAsync("The next year's list over it", ForeignList.Write(rows, "de", year: 1));
await MeasureAsync("Export", async db =>
{
    await new ContactExport(db).WriteAsync(Stream.Null, CancellationToken.None);
    return 0;
});
Directory.Delete(folder, recursive: true);

async Task ImportAsync(string name, byte[] content)
{
    var import = await MeasureAsync($"{name}: upload", db => Imports(db).UploadAsync(
        "list.csv", content, DateOnly.FromDateTime(DateTime.UtcNow), new ContactEditor(1, "benchmark"), null, null, CancellationToken.None));
    await using (var db = await contexts.CreateDbContextAsync())
    {
        var file = (await Imports(db).FileAsync(import.Id, CancellationToken.None))!;
        var columns = import.Columns with { Fixed = ForeignList.Fixed };
        await Imports(db).CheckAsync(import, file, columns, CancellationToken.None);
    }

    await MeasureAsync($"{name}: dry run", _ => steps.RunNextAsync(CancellationToken.None));
    await MeasureAsync($"{name}: a page of the dry run", async db =>
    {
        await Imports(db).CountAsync(import.Id, CancellationToken.None);
        return await Imports(db).RowsAsync(import.Id, null, false, rows / ContactImports.PageSize, CancellationToken.None);
    });
    await using (var db = await contexts.CreateDbContextAsync())
    {
        await Imports(db).ApplyAsync(import, new ContactEditor(1, "benchmark"), CancellationToken.None);
    }

    await MeasureAsync($"{name}: apply, one transaction", _ => steps.RunNextAsync(CancellationToken.None));
    await using (var db = await contexts.CreateDbContextAsync())
    {
        var after = (await Imports(db).FindAsync(import.Id, CancellationToken.None))!;
        if (after.State != ImportState.Applied)
        {
            throw new InvalidOperationException($"The import is {after.State}: {after.Notice}");
        }

        if (name.Contains("over", StringComparison.Ordinal))
        {
            await Imports(db).UndoAsync(import.Id, false, new ContactEditor(1, "benchmark"), CancellationToken.None);
            await MeasureAsync($"{name}: undo, one transaction", _ => steps.RunNextAsync(CancellationToken.None));
        }
    }
}

ContactImports Imports(LobbyKitDbContext db) =>
    new(db, host.Services.GetRequiredService<ImportSignal>(), host.Services.GetRequiredService<ImportProgress>(), host.Services.GetRequiredService<IAuditActors>(), TimeProvider.System);

async Task<T> MeasureAsync<T>(string name, Func<LobbyKitDbContext, Task<T>> run)
{
    GC.Collect();
    await using var db = await contexts.CreateDbContextAsync();
    var busy = Environment.CpuUsage.TotalTime;
    using var over = new CancellationTokenSource();
    var most = WatchAsync(over.Token);
    var wait = WriteAsync(over.Token);
    var watch = Stopwatch.StartNew();
    var result = await run(db);
    var took = watch.Elapsed;
    busy = Environment.CpuUsage.TotalTime - busy;
    await over.CancelAsync();
    var (managed, process) = await most;
    var waited = await wait;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {took.TotalSeconds:N2} s | {busy.TotalSeconds:N2} s | {managed / 1048576:N0} MB | {process / 1048576:N0} MB | {waited.TotalSeconds:N2} s |"));
    return result;
}

// Somebody who writes a little again and again, as supporters do.
async Task<TimeSpan> WriteAsync(CancellationToken over)
{
    var longest = TimeSpan.Zero;
    while (!over.IsCancellationRequested)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var watch = Stopwatch.StartNew();
        await Task.Run(() => db.RememberedColumns.Where(r => r.Id < 0).ExecuteUpdateAsync(set => set.SetProperty(r => r.UsedAt, DateTime.UtcNow), CancellationToken.None), CancellationToken.None);
        longest = watch.Elapsed > longest ? watch.Elapsed : longest;
        await Task.Delay(20, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    return longest;
}

async Task<(long Managed, long Process)> WatchAsync(CancellationToken over)
{
    var (managed, process) = (0L, 0L);
    using var own = Process.GetCurrentProcess();
    while (!over.IsCancellationRequested)
    {
        own.Refresh();
        (managed, process) = (Math.Max(managed, GC.GetTotalMemory(false)), Math.Max(process, own.WorkingSet64));
        await Task.Delay(20, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    return (managed, process);
}
