using System.Diagnostics;
using System.Globalization;

namespace LobbyKit.Benchmarks;

/// <summary>Takes times and prints them as rows of a Markdown table.</summary>
internal static class Timings
{
    // Of this whole process, which is browser and server: it tells what a run costs also where other programs want the processor.
    private static double Cpu => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    public static async Task<double> OnceAsync(string what, Func<Task> action)
    {
        var cpu = Cpu;
        var milliseconds = await TimeAsync(action);
        Print(what, 1, milliseconds, milliseconds, milliseconds, Cpu - cpu);
        return milliseconds;
    }

    /// <param name="what">The row's name.</param>
    /// <param name="times">How often.</param>
    /// <param name="action">What is timed.</param>
    /// <param name="before">What comes before each time and is not timed.</param>
    /// <returns>The 95th percentile in milliseconds.</returns>
    public static async Task<double> ManyAsync(string what, int times, Func<Task> action, Func<Task>? before = null)
    {
        var taken = new List<double>(times);
        var processor = 0.0;
        for (var i = 0; i < times; i++)
        {
            await (before?.Invoke() ?? Task.CompletedTask);
            var cpu = Cpu;
            taken.Add(await TimeAsync(action));
            processor += Cpu - cpu;
        }

        taken.Sort();
        var p95 = taken[(int)Math.Ceiling(0.95 * times) - 1];
        Print(what, times, taken[(times - 1) / 2], p95, taken[^1], processor / times);
        return p95;
    }

    public static void Head()
    {
        Console.WriteLine("| What | Runs | p50 ms | p95 ms | most ms | processor ms each |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(string what, int runs, double p50, double p95, double most, double cpu) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {runs} | {p50:N1} | {p95:N1} | {most:N1} | {cpu:N1} |"));
}
