namespace LobbyKit.Web.Audit;

/// <summary>The timer around <see cref="AuditSealing"/>.</summary>
internal sealed class AuditSealer(AuditSealing sealing, TimeProvider clock, ILogger<AuditSealer> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await sealing.RunAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                logger.LogError(problem, "Sealing the audit log failed; it is tried again in {Interval}.", Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
