using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>Runs batch after batch while there is something to send, and otherwise waits for a signal or a little while.</summary>
internal sealed class DeliveryWorker(DeliveryBatch batch, DeliverySignal signal, TimeProvider clock, ILogger<DeliveryWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var result = await batch.RunAsync(stoppingToken);
                pause = TimeSpan.Zero;
                if (result.Tried == 0)
                {
                    await signal.WaitAsync(Look, clock, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away for a while; delivery goes on when it is back.
            catch (Exception error)
#pragma warning restore CA1031
            {
                pause = Longer(pause);
                logger.LogError(
                    error is DbUpdateException ? error.InnerException : error,
                    "Delivery failed; the next try is in {Seconds} seconds.", (int)pause.TotalSeconds);
                await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan pause) =>
        pause == TimeSpan.Zero ? FirstPause : pause * 2 < LongestPause ? pause * 2 : LongestPause;
}
