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

    /// <returns>The 95th percentile in milliseconds.</returns>
    public static async Task<double> ManyAsync(string what, int times, Func<Task> action)
    {
        var taken = new List<double>(times);
        var cpu = Cpu;
        for (var i = 0; i < times; i++)
        {
            taken.Add(await TimeAsync(action));
        }

        taken.Sort();
        var p95 = taken[(int)Math.Ceiling(0.95 * times) - 1];
        Print(what, times, taken[(times - 1) / 2], p95, taken[^1], (Cpu - cpu) / times);
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
