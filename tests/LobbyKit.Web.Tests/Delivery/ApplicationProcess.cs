using System.Diagnostics;
using System.Text;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>The application as a process of its own, as an administrator starts it.</summary>
internal sealed class ApplicationProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource said = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? awaited;

    private ApplicationProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, e) => Take(e.Data);
        process.ErrorDataReceived += (_, e) => Take(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public static ApplicationProcess Start(string environment, string contentRoot, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(Program).Assembly.Location, "--contentRoot", contentRoot, "--urls", "http://127.0.0.1:0" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The process is short-lived: no time to be lost on learning where it is hot.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new ApplicationProcess(new Process { StartInfo = start });
    }

    /// <summary>Returns when it serves pages, with its address; throws when it ends before.</summary>
    public async Task<Uri> WaitUntilServingAsync()
    {
        await Task.WhenAny(started.Task, process.WaitForExitAsync()).WaitAsync(Wait.AtMost);
        Assert.True(started.Task.IsCompleted, Output);
        var address = Output.Split("Now listening on: ")[1].Split('\n')[0].Trim();
        return new Uri(address);
    }

    /// <summary>Returns when its log has a line with these words.</summary>
    public async Task WaitUntilSaidAsync(string words)
    {
        awaited = words;
        Take(null);
        await Task.WhenAny(said.Task, process.WaitForExitAsync()).WaitAsync(Wait.AtMost);
        Assert.True(said.Task.IsCompleted, Output);
    }

    public async Task<int> WaitForExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Wait.AtMost);
        return process.ExitCode;
    }

    /// <summary>As kill -9 does: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Take(string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }

        if (awaited is { } words && Output.Contains(words, StringComparison.Ordinal))
        {
            said.TrySetResult();
        }

        if (line?.Contains("Now listening on: ", StringComparison.Ordinal) == true)
        {
            started.TrySetResult();
        }
    }
}
