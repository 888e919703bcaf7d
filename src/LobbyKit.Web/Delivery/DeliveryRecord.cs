using LobbyKit.Web.Audit;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>Writes down what came of a try: the attempt, the e-mail and its letter, in one transaction.</summary>
public sealed class DeliveryRecord(
    IDbContextFactory<LobbyKitDbContext> contexts, SealedJson seal, RefusedAddresses refusals, TimeProvider clock, ILogger<DeliveryRecord> logger)
{
    private const int WriteTries = 5;

    /// <returns>What it means for the e-mail: a try later that the schedule has no more of is a rejection.</returns>
    internal async Task<DeliveryOutcome> WriteAsync(ClaimedMail claimed, DateTime startedAt, DeliveryReply reply)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryWriteAsync(claimed, startedAt, reply);
            }
            catch (DbUpdateConcurrencyException) when (tries < WriteTries)
            {
                // Its supporter did something to the letter at the same moment; look again.
                logger.LogInformation("Outbox {OutboxId} changed while its outcome was being written; writing again.", claimed.Id);
            }
        }
    }

    // Not to be cancelled: what the server has answered must not be forgotten because this process stops.
    private async Task<DeliveryOutcome> TryWriteAsync(ClaimedMail claimed, DateTime startedAt, DeliveryReply reply)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Counting first locks the row, so that what is read next cannot change any more.
        await db.Outbox.Where(m => m.Id == claimed.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.AttemptCount, m => m.AttemptCount + 1));
        var mail = await db.Outbox.Include(m => m.Letter).SingleOrDefaultAsync(m => m.Id == claimed.Id);
        if (mail is null)
        {
            return reply.Outcome;
        }

        db.DeliveryAttempts.Add(new DeliveryAttempt
        {
            OutboxMailId = mail.Id,
            Number = mail.AttemptCount,
            StartedAt = startedAt,
            FinishedAt = now,
            Outcome = reply.Outcome,
            ReplyCode = reply.Code,
            EnhancedCode = reply.EnhancedCode,
            SealedReply = seal.Seal(reply.Text),
        });

        var outcome = reply.Outcome;
        // Where the claim ran out and another worker has it, only a delivery is news: that one is not to be repeated.
        if (mail.State == OutboxState.Waiting && (mail.ClaimId == claimed.ClaimId || outcome == DeliveryOutcome.Accepted))
        {
            outcome = Settle(mail, outcome, now);
            await refusals.NoteAsync(db, mail, reply, startedAt, CancellationToken.None);
        }

        using var acting = AuditActing.As("Delivery");
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return outcome;
    }

    private static DeliveryOutcome Settle(OutboxMail mail, DeliveryOutcome outcome, DateTime now)
    {
        mail.ClaimId = null;
        mail.ClaimedUntil = null;
        var wait = RetrySchedule.WaitAfter(mail.Kind, mail.AttemptCount, Random.Shared.NextDouble());
        if (outcome == DeliveryOutcome.TryLater && wait is { } time)
        {
            mail.DueAt = now + time;
            Move(mail, LetterState.Retrying, now);
            return outcome;
        }

        var accepted = outcome == DeliveryOutcome.Accepted;
        mail.State = accepted ? OutboxState.Accepted : OutboxState.Rejected;
        mail.FinishedAt = now;
        mail.SealedMail = null;
        Move(mail, accepted ? LetterState.Accepted : LetterState.Rejected, now);
        return accepted ? DeliveryOutcome.Accepted : DeliveryOutcome.Rejected;
    }

    private static void Move(OutboxMail mail, LetterState to, DateTime now)
    {
        if (mail is { Kind: MailKind.Letter, Letter: { } letter } && LetterLife.MayMove(letter.State, to))
        {
            letter.MoveTo(to, now, LetterActor.Delivery);
        }
    }
}
