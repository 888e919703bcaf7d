using System.Diagnostics;
using LobbyKit.DeliveryWorker;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>A worker in a process of its own on a host's database: it ends when nothing waits any more, or where it is told to die.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    private WorkerProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => IsAtWork |= line.Data == Worker.AtWork;
        process.Start();
        process.BeginOutputReadLine();
    }

    /// <summary>Whether it has handed over its first e-mail.</summary>
    public bool IsAtWork { get; private set; }

    public static WorkerProcess Start(DeliveryHost host, CrashPoint point, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(CrashPoint).Assembly.Location, $"{point}", host.Folder },
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new WorkerProcess(new Process { StartInfo = start });
    }

    /// <returns>Whether it was killed, or killed itself.</returns>
    public async Task<bool> WaitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return process.ExitCode != 0;
    }

    /// <summary>As kill -9 does: nothing of it runs any more.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
