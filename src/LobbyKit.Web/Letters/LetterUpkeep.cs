using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Letters;

/// <summary>The timer around counting <see cref="RetiredOffices"/> and <see cref="LetterRetention"/>.</summary>
public sealed class LetterUpkeep(
    LetterCounting letters, AnswerCounting answers, JourneyCounting journeys, RetiredOffices retired, LetterRetention retention, TimeProvider clock, ILogger<LetterUpkeep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // What supporters did in the last seconds is in this process's memory only.
        await TryAsync(journeys.RunAsync, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await TryAsync(letters.RunAsync, stoppingToken);
            await TryAsync(answers.RunAsync, stoppingToken);
            await TryAsync(journeys.RunAsync, stoppingToken);
            await TryAsync(retired.RunAsync, stoppingToken);
            await TryAsync(retention.RunAsync, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryAsync(Func<CancellationToken, Task> job, CancellationToken cancellationToken)
    {
        try
        {
            await job(cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            logger.LogError(problem, "{Job} failed; it is tried again in {Interval}.", job.Method.DeclaringType?.Name, Interval);
        }
    }
}
