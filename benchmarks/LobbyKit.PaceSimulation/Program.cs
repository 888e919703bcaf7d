using System.Diagnostics;
using System.Globalization;
using LobbyKit.PaceSimulation;
using LobbyKit.Web.Delivery.Pace;

// Letters, and days until the event: 100000 letters in a week unless told otherwise.
var letters = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var days = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
var step = TimeSpan.FromSeconds(20);
var starts = new DateTime(2026, 11, 16, 0, 0, 0, DateTimeKind.Utc);
var eventStarts = starts.AddDays(days);
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Supporters write more by day and evening than by night, and most on the day after the news.
double[] hours = [1, 1, 1, 1, 1, 2, 3, 5, 6, 7, 7, 7, 8, 8, 7, 7, 7, 8, 9, 10, 10, 8, 5, 3];
var byDay = Enumerable.Range(0, days).Select(d => d switch { 0 => 2.0, 1 => 4.0, _ => 1.0 }).ToArray();
var weightOfAll = byDay.Sum() * hours.Sum();

using var simulation = new Simulation(starts);
await simulation.PrepareAsync(DateOnly.FromDateTime(eventStarts));
var processor = Process.GetCurrentProcess();
var began = (processor.TotalProcessorTime, Stopwatch.GetTimestamp());
var sending = TimeSpan.Zero;
var (confirmed, due, batches, mostWaiting) = (0, 0.0, 0, 0);
while (simulation.Clock.UtcNow < eventStarts || await simulation.WaitingAsync() > 0)
{
    var now = simulation.Clock.UtcNow;
    if (now < eventStarts)
    {
        due += letters * byDay[(now - starts).Days] * hours[now.Hour] / weightOfAll * (step / TimeSpan.FromHours(1));
        var count = Math.Min((int)due, letters - confirmed);
        (due, confirmed) = (due - count, confirmed + count);
        if (count > 0)
        {
            await simulation.ConfirmAsync(count);
        }
    }

    var before = Stopwatch.GetTimestamp();
    await simulation.Batch.RunAsync(CancellationToken.None);
    sending += Stopwatch.GetElapsedTime(before);
    batches++;
    if (now.Minute == 0 && now.Second == 0)
    {
        mostWaiting = Math.Max(mostWaiting, await simulation.WaitingAsync());
    }

    simulation.Clock.Advance(step);
}

var all = simulation.Transport.Arrivals.Values.SelectMany(t => t).ToList();
var waits = await simulation.WaitsAsync();
Console.WriteLine($"{all.Count} of {confirmed} letters to {Simulation.Offices} offices in {days} days; the event begins {eventStarts:yyyy-MM-dd HH:mm} UTC.");
Console.WriteLine($"The last one went {all.Max():yyyy-MM-dd HH:mm:ss}; after the beginning: {all.Count(t => t >= eventStarts)}. Most waiting: {mostWaiting}.");
Console.WriteLine($"Wait: p50 {waits[waits.Count / 2].TotalHours:F1} h, p95 {waits[waits.Count * 95 / 100].TotalHours:F1} h, most {waits[^1].TotalHours:F1} h.");
Console.WriteLine($"Most letters that one office got in any 60 minutes: {simulation.Transport.Arrivals.Values.Max(MostInAnHour)} (ceiling {PaceCeilings.ContactPerHour}).");
Console.WriteLine($"Engine: {batches} looks, {sending.TotalSeconds:F0} s, {sending.TotalMilliseconds / all.Count:F2} ms a letter; "
    + $"process {(processor.TotalProcessorTime - began.TotalProcessorTime).TotalSeconds:F0} s of processor, {Stopwatch.GetElapsedTime(began.Item2).TotalSeconds:F0} s in all.");
Console.WriteLine();
Console.WriteLine("Letters a day: " + string.Join("  ", all.GroupBy(t => t.Date).OrderBy(g => g.Key).Select(g => $"{g.Key:ddd} {g.Count()}")));
foreach (var country in new[] { "de", "us", "jp" })
{
    var times = simulation.Transport.Arrivals[$"office@government-{country}.example"];
    var zone = OfficeTime.Of(country.ToUpperInvariant());
    var byHour = times.GroupBy(t => TimeZoneInfo.ConvertTimeFromUtc(t, zone).Hour).ToDictionary(g => g.Key, g => g.Count());
    Console.WriteLine();
    Console.WriteLine($"{country.ToUpperInvariant()}, letters by the hour of its day, all days together:");
    for (var hour = 0; hour < 24; hour++)
    {
        var count = byHour.GetValueOrDefault(hour);
        Console.WriteLine($"  {hour:00}  {count,5}  {new string('#', (count + 9) / 10)}");
    }
}

static int MostInAnHour(List<DateTime> times)
{
    var sorted = times.Order().ToList();
    var (most, first) = (0, 0);
    for (var last = 0; last < sorted.Count; last++)
    {
        while (sorted[last] - sorted[first] >= TimeSpan.FromHours(1))
        {
            first++;
        }

        most = Math.Max(most, last - first + 1);
    }

    return most;
}
