using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LobbyKit.DeliveryBenchmark;

/// <summary>Postfix's smtp-sink on loopback, which takes every message and keeps none, and its smtp-source to measure it with.</summary>
internal sealed class SmtpSink : IDisposable
{
    private readonly Process process;

    private SmtpSink(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <exception cref="InvalidOperationException">It is not installed, or does not start.</exception>
    public static async Task<SmtpSink> StartAsync()
    {
        var port = FreePort();
        string[] user = Environment.IsPrivilegedProcess ? ["-u", "nobody"] : [];
        var process = Start("smtp-sink", [.. user, $"127.0.0.1:{port}", "1000"]);
        for (var tries = 0; tries < 100 && !process.HasExited; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return new SmtpSink(process, port);
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("smtp-sink does not start.");
    }

    /// <summary>Sends messages with smtp-source over kept connections.</summary>
    /// <returns>The seconds that it took.</returns>
    public async Task<double> SourceAsync(int messages, int connections, int size)
    {
        var started = Stopwatch.GetTimestamp();
        using var source = Start("smtp-source", ["-d", "-s", Text(connections), "-m", Text(messages), "-l", Text(size), "-f", "letters@campaign.example", "-t", "office@government.example", $"127.0.0.1:{Port}"]);
        await source.WaitForExitAsync();
        return source.ExitCode == 0 ? Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidOperationException($"smtp-source ended with {source.ExitCode}.");
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static Process Start(string program, string[] arguments)
    {
        // Not every user's path has the programs of the system.
        var path = new[] { $"/usr/sbin/{program}", $"/usr/bin/{program}", $"/usr/local/sbin/{program}" }.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{program} is not installed (Debian: apt-get install postfix).");
        return Process.Start(new ProcessStartInfo(path, arguments))!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
