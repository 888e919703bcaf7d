using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>What follows for e-mails and their letters from an attempt that is written down as accepted. Within the caller's transaction.</summary>
internal static class AcceptedMails
{
    /// <summary>Those among these that a server has taken, whatever became of the worker that sent them.</summary>
    public static Task<List<long>> FindAsync(LobbyKitDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        db.DeliveryAttempts.Where(a => EF.Parameter(ids).Contains(a.OutboxMailId) && a.Outcome == DeliveryOutcome.Accepted)
            .Select(a => a.OutboxMailId).Distinct().ToListAsync(cancellationToken);

    /// <summary>Closes the e-mails, and moves their letters to Accepted. What is closed already stays as it is.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody moved one of the letters in the same moment; nothing may be committed.</exception>
    public static async Task SettleAsync(LobbyKitDbContext db, IReadOnlyCollection<long> ids, DateTime atUtc, CancellationToken cancellationToken)
    {
        // Where the claim ran out and another worker has it, a delivery is news all the same: it is not to be repeated.
        await db.Outbox.Where(m => EF.Parameter(ids).Contains(m.Id)).Where(DispatchPlanner.IsWaiting).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, OutboxState.Accepted)
                .SetProperty(m => m.AttemptCount, m => m.AttemptCount + 1)
                .SetProperty(m => m.FinishedAt, atUtc)
                .SetProperty(m => m.ClaimId, (Guid?)null)
                .SetProperty(m => m.ClaimedUntil, (DateTime?)null),
            cancellationToken);
        await Outbox.EraseAsync(db, ids, cancellationToken);
        var letters = await db.Outbox.Where(m => EF.Parameter(ids).Contains(m.Id) && m.Kind == MailKind.Letter && m.LetterId != null)
            .Select(m => new { Id = m.LetterId!.Value, m.Letter!.State }).ToListAsync(cancellationToken);
        await LetterLife.MoveAsync(
            db, letters.Where(l => LetterLife.MayMove(l.State, LetterState.Accepted)).Select(l => (l.Id, l.State)),
            LetterState.Accepted, atUtc, LetterActor.Delivery, cancellationToken);
    }
}
