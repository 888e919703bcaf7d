using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>The timer around what follows from failures: telling supporters and admins, and forgetting what is old.</summary>
internal sealed class ReturnUpkeep(
    UndeliveredLetters supporters, StoppedAddresses admins, IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock, ILogger<ReturnUpkeep> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>After this nobody brings the same message again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            await TryAsync(supporters.RunAsync, stoppingToken);
            await TryAsync(admins.RunAsync, stoppingToken);
            await TryAsync(ForgetAsync, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime - Remembered;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.ReturnedMails.Where(r => r.At < before).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task TryAsync(Func<CancellationToken, Task> job, CancellationToken cancellationToken)
    {
        try
        {
            await job(cancellationToken);
        }
#pragma warning disable CA1031 // The database may be away for a while; the next round is soon.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.LogError(problem, "{Job} failed; it is tried again in {Interval}.", job.Method.DeclaringType?.Name, Interval);
        }
    }
}
