namespace LobbyKit.Web.Contacts.Importing;

/// <summary>Does one import after the other while there are some, and otherwise waits for a signal or a little while.</summary>
internal sealed class ImportWorker(ImportSteps steps, ImportUpkeep upkeep, ImportSignal signal, TimeProvider clock, ILogger<ImportWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenUpkeeps = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        DateTimeOffset? keptUp = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (keptUp is null || clock.GetUtcNow() - keptUp > BetweenUpkeeps)
                {
                    await upkeep.RunAsync(stoppingToken);
                    keptUp = clock.GetUtcNow();
                }

                if (!await steps.RunNextAsync(stoppingToken))
                {
                    await signal.WaitAsync(Look, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The database may be away for a while; imports go on when it is back.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                logger.LogError(problem, "Imports cannot be worked on; the next try is in {Seconds} seconds.", (int)Look.TotalSeconds);
                await Task.Delay(Look, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
