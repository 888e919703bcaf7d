using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>Takes due e-mails for this worker, so that no other sends them, and gives back what was not tried.</summary>
public sealed class DeliveryClaims(
    IDbContextFactory<LobbyKitDbContext> contexts, DispatchPlanner planner, DeliveryTurn turn, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>So often a plan is made again that another worker got in the way of.</summary>
    private const int Tries = 3;

    /// <summary>What is to go out now, at most <paramref name="most"/>, committed. That a worker has a letter in hand is the outbox's to know.</summary>
    internal async Task<Claim> TakeAsync(int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        for (var tries = 0; tries < Tries; tries++)
        {
            var plan = await planner.PlanAsync(db, most, cancellationToken);
            if (plan.IsEmpty)
            {
                break;
            }

            if (await TryTakeAsync(db, plan, cancellationToken) is { } mails)
            {
                return new Claim(mails, plan.Lanes);
            }
        }

        return Claim.Nothing;
    }

    /// <summary>Moves to Sending the letters among these that this worker still has in hand: it takes its time.</summary>
    /// <returns>False where somebody moved one of them in the same moment; nothing was moved.</returns>
    internal async Task<bool> TryShowAsync(IReadOnlyList<ClaimedMail> claimed, CancellationToken cancellationToken)
    {
        var ids = claimed.Select(m => m.Id).ToList();
        var claim = claimed[0].ClaimId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using var mine = await turn.TakeAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var letters = await db.Outbox.Where(m => EF.Parameter(ids).Contains(m.Id) && m.ClaimId == claim && m.Kind == MailKind.Letter)
            .Select(m => new { Id = m.LetterId!.Value, m.Letter!.State }).ToListAsync(cancellationToken);
        try
        {
            await LetterLife.MoveAsync(
                db, letters.Where(l => LetterLife.MayMove(l.State, LetterState.Sending)).Select(l => (l.Id, l.State)),
                LetterState.Sending, Now, LetterActor.Delivery, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Gives back what was claimed and not tried, without waiting for the claim to run out.</summary>
    internal async Task GiveBackAsync(IReadOnlyCollection<ClaimedMail> untried, CancellationToken cancellationToken)
    {
        if (untried.Count == 0)
        {
            return;
        }

        var ids = untried.Select(m => m.Id).ToList();
        var claim = untried.First().ClaimId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var mine = await db.Outbox.Include(m => m.Letter)
            .Where(m => ids.Contains(m.Id) && m.ClaimId == claim).ToListAsync(cancellationToken);
        foreach (var mail in mine)
        {
            mail.ClaimId = null;
            mail.ClaimedUntil = null;
            if (mail is { Kind: MailKind.Letter, Letter.State: LetterState.Sending })
            {
                mail.Letter.MoveTo(LetterState.Queued, Now, LetterActor.Delivery);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>Null where another worker has used up the pace that the plan counted on.</returns>
    private async Task<List<ClaimedMail>?> TryTakeAsync(LobbyKitDbContext db, DispatchPlan plan, CancellationToken cancellationToken)
    {
        var now = Now;
        var claim = Guid.NewGuid();
        var until = now + options.Value.Lease;
        var ids = plan.Mails.Keys.ToList();
        db.ChangeTracker.Clear();
        using var mine = await turn.TakeAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await TryMoveAsync(db, plan.Moves, cancellationToken))
        {
            return null;
        }

        // The condition stands again: between looking and taking another worker may have been here.
        await db.Outbox
            .Where(m => EF.Parameter(ids).Contains(m.Id) && m.DueAt <= now && (m.ClaimedUntil == null || m.ClaimedUntil < now))
            .Where(DispatchPlanner.IsWaiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimId, claim).SetProperty(m => m.ClaimedUntil, until), cancellationToken);
        // Of the letters only the state: a claim is large, and so are they.
        var claimed = await db.Outbox.Where(m => m.ClaimId == claim).OrderBy(m => m.Kind).ThenBy(m => m.DueAt)
            .Select(m => new { m.Id, m.Kind, m.LetterId, m.ContactId, m.MessageId, Sealed = m.Sealed!.Content, m.DueAt, m.AttemptCount, State = (LetterState?)m.Letter!.State })
            .ToListAsync(cancellationToken);
        // A worker died before it could say so of them.
        var accepted = (await AcceptedMails.FindAsync(db, ids, cancellationToken)).ToHashSet();
        var open = claimed.Where(m => !accepted.Contains(m.Id)).ToList();
        var going = open.Where(m => GoesOut(m.Kind, m.State)).ToList();
        try
        {
            if (accepted.Count > 0)
            {
                await AcceptedMails.SettleAsync(db, accepted, now, cancellationToken);
            }

            await CancelAsync(db, [.. open.Except(going).Select(m => m.Id)], now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A supporter took one of them back in the same moment.
            return null;
        }

        return [.. going.Select(m => new ClaimedMail(m.Id, m.Kind, m.ContactId, m.MessageId, m.Sealed, m.DueAt, m.AttemptCount, claim, until, plan.Mails[m.Id]))];
    }

    private static async Task<bool> TryMoveAsync(LobbyKitDbContext db, IReadOnlyCollection<LaneMove> moves, CancellationToken cancellationToken)
    {
        // In one order for all workers, so that none waits for one that waits for it.
        foreach (var move in moves.OrderBy(m => m.Name.Kind).ThenBy(m => m.Name.Key, StringComparer.Ordinal))
        {
            var (kind, key) = move.Name;
            if (move.Seen is not { } seen)
            {
                db.DeliveryLanes.Add(new DeliveryLane { Kind = kind, Key = key, NextAt = move.NextAt });
                continue;
            }

            var moved = await db.DeliveryLanes
                .Where(l => l.Kind == kind && l.Key == key && l.NextAt == seen.NextAt && l.ProbeAt == seen.ProbeAt)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.NextAt, move.NextAt).SetProperty(l => l.ProbeAt, move.ProbeAt), cancellationToken);
            if (moved == 0)
            {
                return false;
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another worker was the first on a new lane.
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>Withdrawn, expired or confirmed in the meantime: what nobody waits for any more is not sent.</summary>
    private static bool GoesOut(MailKind kind, LetterState? letter) => (kind, letter) switch
    {
        (_, null) or (MailKind.Notice, _) => true,
        (MailKind.Confirmation, _) => letter == LetterState.AwaitingConfirmation,
        // Sending already: the worker that had it died; nothing is known but that it has to be tried again.
        _ => LetterLife.MayMove(letter.Value, LetterState.Accepted),
    };

    private static async Task CancelAsync(LobbyKitDbContext db, List<long> ids, DateTime now, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
        {
            await db.Outbox.Where(m => EF.Parameter(ids).Contains(m.Id)).ExecuteUpdateAsync(
                set => set
                    .SetProperty(m => m.State, OutboxState.Cancelled)
                    .SetProperty(m => m.ClaimId, (Guid?)null)
                    .SetProperty(m => m.ClaimedUntil, (DateTime?)null)
                    .SetProperty(m => m.FinishedAt, now),
                cancellationToken);
            await Outbox.EraseAsync(db, ids, cancellationToken);
        }
    }
}
