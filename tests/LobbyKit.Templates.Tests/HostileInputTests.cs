using System.Diagnostics;
using System.Globalization;
using LobbyKit.HostileLetter;

namespace LobbyKit.Templates.Tests;

/// <summary>
/// Attacks, each in a process of its own, which a stack overflow would end and a hang would keep: every one comes to a
/// list of problems or a text, for under 50 ms of the processor's time and 50 MB, in every engine. How long it takes is not asked: that
/// depends on what else the machine does.
/// </summary>
public class HostileInputTests
{
    private const double MostMilliseconds = 50;
    private const double MostMegabytes = 50;

    public static TheoryData<string> Names => new(HostileCases.All.Select(attack => attack.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_attack_comes_to_nothing(string name)
    {
        (int exitCode, string output, string errors) = await RunAsync(name);

        Assert.True(exitCode == 0, $"exit code {exitCode}\n{output}\n{errors}");
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(LetterRenderers.All.Count, lines.Length);
        foreach (string line in lines)
        {
            string[] columns = line.Split('\t');
            Assert.True(Number(columns[1]) < MostMilliseconds, line);
            Assert.True(Number(columns[2]) < MostMegabytes, line);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string name)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "LobbyKit.HostileLetter.dll"), name },
        };
        using Process process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(patience.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"\"{name}\" was still running after 30 seconds.");
        }
    }
}
