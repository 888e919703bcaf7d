using System.Collections.Concurrent;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Meters;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Writes down what came of a try. What comes while something is being written waits, and is then written together: the disk is asked once
/// for all of it. That a server has taken an e-mail is on the disk with the attempt, before the next one is sent; what follows for the
/// e-mail and its letter is written for many at once by <see cref="SettleAsync"/>, and by whoever claims them next where this process dies.
/// </summary>
public sealed class DeliveryRecord(
    IDbContextFactory<LobbyKitDbContext> contexts, DeliveryTurn turn, SealedJson seal, RefusedAddresses refusals, DeliveryMeter meter, TimeProvider clock,
    ILogger<DeliveryRecord> logger)
{
    private const int WriteTries = 5;

    /// <summary>So many at once at most.</summary>
    private const int LongestWrite = 64;

    private const int SettledTogether = 512;

    private readonly ConcurrentQueue<Outcome> waiting = new();

    private readonly ConcurrentQueue<(long MailId, DateTime AcceptedAt)> unsettled = new();

    /// <summary>1 while somebody writes for all who wait.</summary>
    private int isWriting;

    /// <summary>Returns when it is on the disk.</summary>
    /// <returns>What it means for the e-mail: a try later that the schedule has no more of is a rejection.</returns>
    internal async Task<DeliveryOutcome> WriteAsync(ClaimedMail claimed, DateTime startedAt, DeliveryReply reply)
    {
        var mine = new Outcome(claimed, startedAt, clock.GetUtcNow().UtcDateTime, reply, seal.Seal(reply.Text));
        waiting.Enqueue(mine);
        if (Interlocked.Exchange(ref isWriting, 1) == 0)
        {
            // No sender's own work: it would go on for as long as others come.
            _ = Task.Run(WriteWhileAnyWaitAsync);
        }

        return await mine.Written.Task;
    }

    /// <summary>Closes what was accepted since the last time, and moves its letters on. What cannot be written now is left for the next time.</summary>
    internal async Task SettleAsync()
    {
        if (!unsettled.IsEmpty)
        {
            await using var db = await contexts.CreateDbContextAsync();
            using var mine = await turn.TakeAsync(CancellationToken.None);
            await SettleWaitingAsync(db);
        }
    }

    private async Task TrySettleWaitingAsync(LobbyKitDbContext db)
    {
        try
        {
            await SettleWaitingAsync(db);
        }
#pragma warning disable CA1031 // What is accepted is written down; whoever settles next hears of it, the end of the batch at the latest.
        catch (Exception error)
#pragma warning restore CA1031
        {
            logger.LogWarning("Accepted e-mails could not be closed yet: {ErrorType}.", error.GetType().FullName);
        }
    }

    private async Task SettleWaitingAsync(LobbyKitDbContext db)
    {
        var accepted = unsettled.ToList();
        if (accepted.Count > 0)
        {
            await AgainWhereMetAsync(() => TrySettleAsync(db, accepted), accepted.Count);
            accepted.ForEach(_ => unsettled.TryDequeue(out var _));
        }
    }

    private async Task WriteWhileAnyWaitAsync()
    {
        do
        {
            // One connection for all that comes: to open it anew takes as long as to write.
            await using (var db = await contexts.CreateDbContextAsync())
            {
                while (!waiting.IsEmpty)
                {
                    using var mine = await turn.TakeAsync(CancellationToken.None);
                    await WriteWaitingAsync(db);
                    if (unsettled.Count >= SettledTogether)
                    {
                        await TrySettleWaitingAsync(db);
                    }
                }
            }

            Interlocked.Exchange(ref isWriting, 0);
        }
        while (!waiting.IsEmpty && Interlocked.Exchange(ref isWriting, 1) == 0);
    }

    private async Task WriteWaitingAsync(LobbyKitDbContext db)
    {
        var outcomes = new List<Outcome>();
        while (outcomes.Count < LongestWrite && waiting.TryDequeue(out var next))
        {
            outcomes.Add(next);
        }

        try
        {
            await AgainWhereMetAsync(() => TryWriteAsync(db, outcomes), outcomes.Count);
        }
#pragma warning disable CA1031 // Each of those who wait has to hear of it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            outcomes.ForEach(o => o.Written.TrySetException(error));
        }
    }

    private async Task AgainWhereMetAsync(Func<Task> write, int count)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await write();
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < WriteTries)
            {
                // A supporter did something to a letter at the same moment; look again.
                logger.LogInformation("A letter changed while {Count} outcomes were being written; writing again.", count);
            }
        }
    }

    private static async Task TrySettleAsync(LobbyKitDbContext db, List<(long MailId, DateTime AcceptedAt)> accepted)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await AcceptedMails.SettleAsync(db, [.. accepted.Select(a => a.MailId)], accepted.Max(a => a.AcceptedAt), CancellationToken.None);
        await transaction.CommitAsync();
    }

    // Not to be cancelled: what the server has answered must not be forgotten because this process stops.
    private async Task TryWriteAsync(LobbyKitDbContext db, List<Outcome> outcomes)
    {
        // Nothing of what was written before, or could not be.
        db.ChangeTracker.Clear();
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        using var acting = AuditActing.As("Delivery");
        // Most are taken, and of those the attempt says all: the rest is written for many of them at once, when they are settled.
        var taken = outcomes.Where(o => o.Reply.Outcome == DeliveryOutcome.Accepted).ToList();
        await db.InsertAsync([.. taken.Select(o => Attempt(o.Claimed.Id, o.Claimed.AttemptCount + 1, o))], CancellationToken.None);
        var notTaken = await NotTakenAsync(db, [.. outcomes.Except(taken)]);
        await transaction.CommitAsync();
        taken.ForEach(o => unsettled.Enqueue((o.Claimed.Id, o.FinishedAt)));
        foreach (var (outcome, result) in notTaken.Concat(taken.Select(o => (Outcome: o, Result: DeliveryOutcome.Accepted))))
        {
            meter.Note(outcome.Claimed.Kind, result, outcome.Reply, outcome.FinishedAt - outcome.StartedAt, outcome.FinishedAt - outcome.Claimed.DueAt);
            outcome.Written.SetResult(result);
        }
    }

    private async Task<List<(Outcome Outcome, DeliveryOutcome Result)>> NotTakenAsync(LobbyKitDbContext db, List<Outcome> outcomes)
    {
        var results = new List<(Outcome, DeliveryOutcome)>();
        if (outcomes.Count == 0)
        {
            return results;
        }

        // Counting first locks the rows, so that what is read next cannot change any more. One parameter for all ids, so that the statement
        // is the same however many there are.
        var ids = outcomes.Select(o => o.Claimed.Id).ToList();
        var mails = db.Outbox.Where(m => EF.Parameter(ids).Contains(m.Id));
        await mails.ExecuteUpdateAsync(set => set.SetProperty(m => m.AttemptCount, m => m.AttemptCount + 1));
        var found = await mails.Include(m => m.Letter).ToDictionaryAsync(m => m.Id);
        foreach (var outcome in outcomes)
        {
            results.Add((outcome, await NoteAsync(db, found[outcome.Claimed.Id], outcome)));
        }

        await db.SaveChangesAsync();
        await Outbox.EraseAsync(db, [.. found.Values.Where(m => m.State == OutboxState.Rejected).Select(m => m.Id)], CancellationToken.None);
        return results;
    }

    private static DeliveryAttempt Attempt(long mailId, int number, Outcome outcome) => new()
    {
        OutboxMailId = mailId,
        Number = number,
        StartedAt = outcome.StartedAt,
        FinishedAt = outcome.FinishedAt,
        Outcome = outcome.Reply.Outcome,
        ReplyCode = outcome.Reply.Code,
        EnhancedCode = outcome.Reply.EnhancedCode,
        SealedReply = outcome.SealedReply,
    };

    private async Task<DeliveryOutcome> NoteAsync(LobbyKitDbContext db, OutboxMail mail, Outcome outcome)
    {
        var reply = outcome.Reply;
        db.DeliveryAttempts.Add(Attempt(mail.Id, mail.AttemptCount, outcome));

        // Where the claim ran out another worker has it, and will know more.
        if (mail.State != OutboxState.Waiting || mail.ClaimId != outcome.Claimed.ClaimId)
        {
            return reply.Outcome;
        }

        var settled = Settle(mail, reply.Outcome, outcome.FinishedAt);
        if (settled == DeliveryOutcome.Rejected)
        {
            await refusals.NoteAsync(db, mail, reply, outcome.StartedAt, CancellationToken.None);
            // The next refusal of this address counts the ones before it in the database.
            await db.SaveChangesAsync();
        }

        return settled;
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

        mail.State = OutboxState.Rejected;
        mail.FinishedAt = now;
        Move(mail, LetterState.Rejected, now);
        return DeliveryOutcome.Rejected;
    }

    private static void Move(OutboxMail mail, LetterState to, DateTime now)
    {
        if (mail is { Kind: MailKind.Letter, Letter: { } letter } && LetterLife.MayMove(letter.State, to))
        {
            letter.MoveTo(to, now, LetterActor.Delivery);
        }
    }

    private sealed record Outcome(ClaimedMail Claimed, DateTime StartedAt, DateTime FinishedAt, DeliveryReply Reply, byte[] SealedReply)
    {
        public TaskCompletionSource<DeliveryOutcome> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
