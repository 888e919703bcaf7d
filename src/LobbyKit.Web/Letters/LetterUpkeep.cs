namespace LobbyKit.Web.Letters;

/// <summary>The timer around <see cref="LetterCounting"/> and <see cref="LetterRetention"/>.</summary>
public sealed class LetterUpkeep(LetterCounting counting, LetterRetention retention, TimeProvider clock, ILogger<LetterUpkeep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await counting.RunAsync(stoppingToken);
                await retention.RunAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                logger.LogError(problem, "Counting or retention failed; it is tried again in {Interval}.", Interval);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
