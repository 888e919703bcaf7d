using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Status;

/// <summary>Runs the checks, for the status page, the command and the addresses that machines ask.</summary>
public sealed class StatusBoard(HealthCheckService checks, TimeProvider clock) : IDisposable
{
    /// <summary>The tag of the checks that decide whether this node takes requests.</summary>
    internal const string Ready = "ready";

    /// <summary>Anybody may ask whether we are ready; the database is asked no more often than this.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim oneAtATime = new(1);
    private (DateTimeOffset At, HealthStatus Status)? last;

    /// <summary>All of them, in the order in which they were registered.</summary>
    public async Task<IReadOnlyList<StatusFinding>> LookAsync(CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(cancellationToken);
        return [.. report.Entries.Select(e => new StatusFinding(
            e.Key, e.Value.Status, e.Value.Description ?? "No answer came in time.", e.Value.Data.GetValueOrDefault(StatusCheck.ToDo) as string ?? ""))];
    }

    public async Task<HealthStatus> ReadyAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (last is not { } known || now - known.At >= Remembered)
            {
                var report = await checks.CheckHealthAsync(c => c.Tags.Contains(Ready), cancellationToken);
                last = (clock.GetUtcNow(), report.Status);
            }

            return last.Value.Status;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();
}
