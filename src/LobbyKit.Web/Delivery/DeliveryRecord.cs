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
/// Writes down what came of a try: the attempt, the e-mail and its letter, in one transaction. Whoever comes while another writes waits,
/// and then one writes for all who wait: the disk is asked once for all of them.
/// </summary>
public sealed class DeliveryRecord(
    IDbContextFactory<LobbyKitDbContext> contexts, SealedJson seal, RefusedAddresses refusals, DeliveryMeter meter, TimeProvider clock, ILogger<DeliveryRecord> logger) : IDisposable
{
    private const int WriteTries = 5;

    /// <summary>So many at once at most.</summary>
    private const int LongestWrite = 64;

    private readonly ConcurrentQueue<Outcome> waiting = new();

    // SQLite has one writer at a time; to queue here is cheaper than to collide there.
    private readonly SemaphoreSlim oneWriter = new(1);

    /// <summary>Returns when it is on the disk.</summary>
    /// <returns>What it means for the e-mail: a try later that the schedule has no more of is a rejection.</returns>
    internal async Task<DeliveryOutcome> WriteAsync(ClaimedMail claimed, DateTime startedAt, DeliveryReply reply)
    {
        var mine = new Outcome(claimed, startedAt, clock.GetUtcNow().UtcDateTime, reply);
        waiting.Enqueue(mine);
        await oneWriter.WaitAsync(CancellationToken.None);
        try
        {
            if (!mine.Written.Task.IsCompleted)
            {
                await WriteWaitingAsync();
            }
        }
        finally
        {
            oneWriter.Release();
        }

        return await mine.Written.Task;
    }

    public void Dispose() => oneWriter.Dispose();

    private async Task WriteWaitingAsync()
    {
        var outcomes = new List<Outcome>();
        while (outcomes.Count < LongestWrite && waiting.TryDequeue(out var next))
        {
            outcomes.Add(next);
        }

        try
        {
            await WriteAsync(outcomes);
        }
#pragma warning disable CA1031 // Each of those who wait has to hear of it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            outcomes.ForEach(o => o.Written.TrySetException(error));
        }
    }

    private async Task WriteAsync(List<Outcome> outcomes)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await TryWriteAsync(outcomes);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < WriteTries)
            {
                // A supporter did something to a letter at the same moment; look again.
                logger.LogInformation("A letter changed while {Count} outcomes were being written; writing again.", outcomes.Count);
            }
        }
    }

    // Not to be cancelled: what the server has answered must not be forgotten because this process stops.
    private async Task TryWriteAsync(List<Outcome> outcomes)
    {
        var ids = outcomes.Select(o => o.Claimed.Id).ToList();
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Counting first locks the rows, so that what is read next cannot change any more.
        await db.Outbox.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.AttemptCount, m => m.AttemptCount + 1));
        var mails = await db.Outbox.Include(m => m.Letter).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        using var acting = AuditActing.As("Delivery");
        var results = new List<DeliveryOutcome>();
        foreach (var outcome in outcomes)
        {
            results.Add(mails.GetValueOrDefault(outcome.Claimed.Id) is { } mail ? await NoteAsync(db, mail, outcome) : outcome.Reply.Outcome);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        foreach (var (outcome, result) in outcomes.Zip(results))
        {
            meter.Note(outcome.Claimed.Kind, result, outcome.Reply, outcome.FinishedAt - outcome.StartedAt, outcome.FinishedAt - mails.GetValueOrDefault(outcome.Claimed.Id)?.DueAt);
            outcome.Written.SetResult(result);
        }
    }

    private async Task<DeliveryOutcome> NoteAsync(LobbyKitDbContext db, OutboxMail mail, Outcome outcome)
    {
        var reply = outcome.Reply;
        db.DeliveryAttempts.Add(new DeliveryAttempt
        {
            OutboxMailId = mail.Id,
            Number = mail.AttemptCount,
            StartedAt = outcome.StartedAt,
            FinishedAt = outcome.FinishedAt,
            Outcome = reply.Outcome,
            ReplyCode = reply.Code,
            EnhancedCode = reply.EnhancedCode,
            SealedReply = seal.Seal(reply.Text),
        });

        // Where the claim ran out and another worker has it, only a delivery is news: that one is not to be repeated.
        if (mail.State != OutboxState.Waiting || (mail.ClaimId != outcome.Claimed.ClaimId && reply.Outcome != DeliveryOutcome.Accepted))
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

    private sealed record Outcome(ClaimedMail Claimed, DateTime StartedAt, DateTime FinishedAt, DeliveryReply Reply)
    {
        public TaskCompletionSource<DeliveryOutcome> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
