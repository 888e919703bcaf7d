using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Desk;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Meters;

/// <summary>Counts for the gauges every few seconds while anybody looks at them.</summary>
public sealed class DeliveryGauges(
    IDbContextFactory<LobbyKitDbContext> contexts, DeliveryMeter meter, TimeProvider clock, ILogger<DeliveryGauges> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>Counts once, now.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        meter.Show(new GaugeFigures(
            await QueueDepths.CountAsync(db, clock.GetUtcNow().UtcDateTime, cancellationToken),
            await db.DeliveryLanes.Where(l => l.StoppedAt != null).GroupBy(l => l.Kind).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken),
            await db.DeliveryPauses.GroupBy(p => p.Kind).ToDictionaryAsync(g => g.Key, g => g.Count(), cancellationToken)));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            if (!meter.IsWatched)
            {
                continue;
            }

            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away for a while; the gauges show the last figures until it is back.
            catch (Exception error)
#pragma warning restore CA1031
            {
                logger.LogWarning("The queue could not be counted for the gauges: {ErrorType}.", error.GetType().Name);
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
