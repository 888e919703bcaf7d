using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LobbyKit.DeliveryWorker;

/// <summary>Ends the process after a claim or an outcome was written, before it is committed.</summary>
internal sealed class CrashingSave(CrashPoint point) : SaveChangesInterceptor
{
    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        var entities = eventData.Context!.ChangeTracker.Entries().Select(e => e.Entity).ToList();
        var isOutcome = entities.OfType<DeliveryAttempt>().Any();
        var isClaim = !isOutcome && entities.OfType<LetterEvent>().Any(e => e.To == LetterState.Sending);
        if ((point == CrashPoint.Claiming && isClaim) || (point == CrashPoint.Recording && isOutcome))
        {
            Death.Now();
        }

        return ValueTask.FromResult(result);
    }
}
