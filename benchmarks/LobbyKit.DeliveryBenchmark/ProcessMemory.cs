using System.Globalization;

namespace LobbyKit.DeliveryBenchmark;

/// <summary>What this process has of the machine's memory, in megabytes.</summary>
internal static class ProcessMemory
{
    public static double Now => Environment.WorkingSet / 1e6;

    /// <summary>The most since <see cref="ForgetMost"/>, as the system counts it; where it does not, what it is now.</summary>
    public static double Most
    {
        get
        {
            const string file = "/proc/self/status";
            var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
            return line is null ? Now : double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
    }

    public static void ForgetMost()
    {
        GC.Collect();
        const string file = "/proc/self/clear_refs";
        if (File.Exists(file))
        {
            File.WriteAllText(file, "5");
        }
    }
}
