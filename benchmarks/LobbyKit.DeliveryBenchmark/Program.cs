using System.Diagnostics;
using System.Globalization;
using LobbyKit.DeliveryBenchmark;
using LobbyKit.Web.Delivery;

// dotnet run --project benchmarks/LobbyKit.DeliveryBenchmark -c Release [-- LETTERS [QUEUED [CONNECTIONS]]]
// Exits with 1 where a figure misses what is asked of it.
const int FewQueued = 10_000;
const int Claims = 24;
const int Compiling = 4;
const double MostMemory = 300;
const double MostGrowth = 1.15;
var letters = args.Length > 0 ? Number(args[0]) : 100_000;
var queued = args.Length > 1 ? Number(args[1]) : 1_000_000;
var connections = args.Length > 2 ? Number(args[2]) : new MailOptions().Connections;
var isRestricted = SendingAlone.Library == "System.Net.Mail";
var misses = new List<string>();

Console.WriteLine(Say($"{SendingAlone.Library}, {connections} connections, {letters:N0} letters of {SampleLetter.MessageSize:N0} bytes, {Environment.ProcessorCount} cores."));
Console.WriteLine();
Console.WriteLine("| What | Letters | Seconds | Letters a second | Processor ms each |");
Console.WriteLine("|---|---:|---:|---:|---:|");
using var sink = await SmtpSink.StartAsync();

// A tenth warms up, and what stands alone is measured before and after: it is what the engine is held against.
var alone = isRestricted ? Math.Min(letters, 5_000) : letters / 4;
await SendingAlone.RunAsync(sink.Port, Math.Max(alone / 10, connections), connections);
var before = await RowAsync($"{SendingAlone.Library} alone", alone, () => SendingAlone.RunAsync(sink.Port, alone, connections));
await RowAsync("smtp-source", letters, () => sink.SourceAsync(letters, connections, SampleLetter.MessageSize), counts: false);

double engine;
var memory = new List<double>();
using (var writes = new DatabaseWrites())
await using (var whole = await Engine.CreateAsync(sink.Port, connections))
{
    // As it is with the library alone, a tenth warms up. Most are copies of the first ones, each with a letter and a Message-ID of its own.
    var filled = Math.Min(letters, 10_000);
    await whole.FillAsync(filled / 10, SampleLetter.Body);
    await whole.CopyUpToAsync(letters / 10);
    await whole.Batch.RunAsync(CancellationToken.None);
    await RowAsync("Filling the outbox", filled, async () => await TimeAsync(() => whole.FillAsync(filled, SampleLetter.Body)));
    await whole.CopyUpToAsync(letters);
    var accepted = await whole.CountAsync(OutboxState.Accepted);
    var added = await whole.CountAddedAsync();
    var (rows, commands, commits, bytes) = (writes.Rows, writes.Commands, writes.Commits, DatabaseWrites.Bytes);
    ProcessMemory.ForgetMost();
    engine = await RowAsync("LobbyKit's whole engine", letters, async () => await TimeAsync(() => DrainAsync(whole)));
    var most = ProcessMemory.Most;
    await RowAsync($"{SendingAlone.Library} alone, again", alone, () => SendingAlone.RunAsync(sink.Port, alone, connections));
    added = await whole.CountAddedAsync() - added;
    Console.WriteLine();
    Console.WriteLine(Say($"Accepted: {await whole.CountAsync(OutboxState.Accepted) - accepted:N0}. Written for each letter: {(double)(writes.Rows - rows + added) / letters:N2} rows ({(double)added / letters:N2} of them added by prepared statements), {(double)(writes.Commands - commands) / letters:N2} commands of Entity Framework, {(double)(writes.Commits - commits) / letters:N3} commits, {(DatabaseWrites.Bytes - bytes) / 1e3 / letters:N1} kB to the disk."));
    Console.WriteLine(Say($"Memory, in ten looks, MB: {string.Join(", ", Enumerable.Range(1, 10).Select(i => memory[((memory.Count * i) - 1) / 10].ToString("N0", CultureInfo.InvariantCulture)))}; most {most:N0}."));
    Miss(await whole.CountAsync(OutboxState.Accepted) - accepted != letters, "not every letter was accepted");
    Miss(memory[^1] > MostGrowth * memory[memory.Count / 10], Say($"memory grew more than {MostGrowth:N2} times after the first tenth"));
}

Console.WriteLine(Say($"The engine reaches {engine / before:N2} of {SendingAlone.Library} alone."));
Miss(isRestricted && engine < 300, "fewer than 300 letters a second");
Miss(!isRestricted && engine < 0.8 * before, "less than 0.8 of the library alone");

if (queued > 0)
{
    var transport = new FirstSending();
    await using var full = await Engine.CreateAsync(sink.Port, connections, transport);
    await full.FillAsync(FewQueued, SampleLetter.ShortBody);
    var few = await ClaimsAsync(FewQueued);
    await full.CopyUpToAsync(queued);
    ProcessMemory.ForgetMost();
    var many = await ClaimsAsync(queued);
    var most = ProcessMemory.Most;
    Console.WriteLine();
    Console.WriteLine("| From the start of a batch to its first letter | p50 ms | p95 ms |");
    Console.WriteLine("|---|---:|---:|");
    Console.WriteLine(Say($"| {FewQueued:N0} letters queued | {few.P50:N1} | {few.P95:N1} |"));
    Console.WriteLine(Say($"| {queued:N0} letters queued | {many.P50:N1} | {many.P95:N1} |"));
    Console.WriteLine();
    Console.WriteLine(Say($"Memory with {queued:N0} queued: most {most:N0} MB."));
    Miss(many.P50 > 2 * few.P50, Say($"a claim among {queued:N0} takes more than twice as long as among {FewQueued:N0}"));
    Miss(most > MostMemory, Say($"{queued:N0} queued letters take more than {MostMemory:N0} MB"));

    async Task<(double P50, double P95)> ClaimsAsync(int there)
    {
        var times = new List<double>();
        for (var i = 0; i < Claims && await full.CountAsync(OutboxState.Waiting) > there / 10; i++)
        {
            times.Add(await transport.TimeAsync(full.Batch));
        }

        // The first ones compile, and fill SQLite's cache.
        var counted = times.Skip(Math.Min(Compiling, times.Count - 1)).Order().ToList();
        return (counted[counted.Count / 2], counted[(int)(0.95 * counted.Count)]);
    }
}

Console.WriteLine();
Console.WriteLine(misses.Count == 0 ? "Every figure is as it is asked for." : $"Missed: {string.Join("; ", misses)}.");
return misses.Count == 0 ? 0 : 1;

async Task DrainAsync(Engine whole)
{
    var draining = RunAsync();
    do
    {
        memory.Add(ProcessMemory.Now);
    }
    while (await Task.WhenAny(draining, Task.Delay(100)) != draining);
    await draining;

    async Task RunAsync()
    {
        while ((await whole.Batch.RunAsync(CancellationToken.None)).Tried > 0)
        {
        }
    }
}

async Task<double> RowAsync(string what, int count, Func<Task<double>> run, bool counts = true)
{
    var cpu = Environment.CpuUsage.TotalTime;
    var seconds = await run();
    var each = (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / count;
    Console.WriteLine(Say($"| {what} | {count:N0} | {seconds:N1} | {count / seconds:N0} | {(counts ? each.ToString("N2", CultureInfo.InvariantCulture) : "")} |"));
    return count / seconds;
}

static async Task<double> TimeAsync(Func<Task> action)
{
    var started = Stopwatch.GetTimestamp();
    await action();
    return Stopwatch.GetElapsedTime(started).TotalSeconds;
}

void Miss(bool isMissed, string what)
{
    if (isMissed)
    {
        misses.Add(what);
    }
}

static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
