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
        using var acting = AuditActing.As("Delivery");
        // Counting first locks the rows, so that what is read next cannot change any more. One parameter for all ids, so that the statement
        // is the same however many there are.
        await db.Outbox.Where(m => EF.Parameter(ids).Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.AttemptCount, m => m.AttemptCount + 1));
        var results = new List<Result>();
        results.AddRange(await TakenAsync(db, [.. outcomes.Where(o => o.Reply.Outcome == DeliveryOutcome.Accepted)]));
        results.AddRange(await NotTakenAsync(db, [.. outcomes.Where(o => o.Reply.Outcome != DeliveryOutcome.Accepted)]));
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        foreach (var (outcome, result, dueAt) in results)
        {
            meter.Note(outcome.Claimed.Kind, result, outcome.Reply, outcome.FinishedAt - outcome.StartedAt, outcome.FinishedAt - dueAt);
            outcome.Written.SetResult(result);
        }
    }

    /// <summary>Most letters are taken, and nothing of them is needed to say so: one statement for all of them.</summary>
    private async Task<IEnumerable<Result>> TakenAsync(LobbyKitDbContext db, List<Outcome> outcomes)
    {
        if (outcomes.Count == 0)
        {
            return [];
        }

        var ids = outcomes.Select(o => o.Claimed.Id).ToList();
        var mails = await db.Outbox.Where(m => EF.Parameter(ids).Contains(m.Id))
            .Select(m => new { m.Id, m.Kind, m.State, m.AttemptCount, m.DueAt, m.LetterId, Letter = (LetterState?)m.Letter!.State })
            .ToDictionaryAsync(m => m.Id);
        foreach (var outcome in outcomes)
        {
            if (mails.TryGetValue(outcome.Claimed.Id, out var mail))
            {
                AddAttempt(db, mail.Id, mail.AttemptCount, outcome);
            }
        }

        // Where the claim ran out and another worker has it, a delivery is news all the same: it is not to be repeated.
        var waiting = mails.Values.Where(m => m.State == OutboxState.Waiting).ToList();
        var waitingIds = waiting.Select(m => m.Id).ToList();
        var now = outcomes.Max(o => o.FinishedAt);
        await db.Outbox.Where(m => EF.Parameter(waitingIds).Contains(m.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.State, OutboxState.Accepted)
                .SetProperty(m => m.FinishedAt, now)
                .SetProperty(m => m.SealedMail, (byte[]?)null)
                .SetProperty(m => m.ClaimId, (Guid?)null)
                .SetProperty(m => m.ClaimedUntil, (DateTime?)null));
        await LetterLife.MoveAsync(
            db,
            waiting.Where(m => m is { Kind: MailKind.Letter, Letter: { } state } && LetterLife.MayMove(state, LetterState.Accepted))
                .Select(m => (m.LetterId!.Value, m.Letter!.Value)),
            LetterState.Accepted, now, LetterActor.Delivery, CancellationToken.None);
        return outcomes.Select(o => new Result(o, DeliveryOutcome.Accepted, mails.GetValueOrDefault(o.Claimed.Id)?.DueAt));
    }

    private async Task<IEnumerable<Result>> NotTakenAsync(LobbyKitDbContext db, List<Outcome> outcomes)
    {
        var ids = outcomes.Select(o => o.Claimed.Id).ToList();
        var mails = ids.Count == 0 ? [] : await db.Outbox.Include(m => m.Letter).Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        var results = new List<Result>();
        foreach (var outcome in outcomes)
        {
            var mail = mails.GetValueOrDefault(outcome.Claimed.Id);
            results.Add(new Result(outcome, mail is null ? outcome.Reply.Outcome : await NoteAsync(db, mail, outcome), mail?.DueAt));
        }

        return results;
    }

    private void AddAttempt(LobbyKitDbContext db, long mailId, int number, Outcome outcome) => db.DeliveryAttempts.Add(new DeliveryAttempt
    {
        OutboxMailId = mailId,
        Number = number,
        StartedAt = outcome.StartedAt,
        FinishedAt = outcome.FinishedAt,
        Outcome = outcome.Reply.Outcome,
        ReplyCode = outcome.Reply.Code,
        EnhancedCode = outcome.Reply.EnhancedCode,
        SealedReply = seal.Seal(outcome.Reply.Text),
    });

    private async Task<DeliveryOutcome> NoteAsync(LobbyKitDbContext db, OutboxMail mail, Outcome outcome)
    {
        var reply = outcome.Reply;
        AddAttempt(db, mail.Id, mail.AttemptCount, outcome);

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
        mail.SealedMail = null;
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

    private sealed record Result(Outcome Outcome, DeliveryOutcome Means, DateTime? DueAt);

    private sealed record Outcome(ClaimedMail Claimed, DateTime StartedAt, DateTime FinishedAt, DeliveryReply Reply)
    {
        public TaskCompletionSource<DeliveryOutcome> Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
