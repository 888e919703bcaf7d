using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>
/// Retries, holds, lets go and drops e-mails. Each step repeats in its update what has to hold, so that an e-mail that a worker takes in
/// the same moment is left to the worker. In small steps: workers and supporters get their turns in between.
/// </summary>
public sealed class MailActions(
    IDbContextFactory<LobbyKitDbContext> contexts, DeliverySignal signal, TimeProvider clock, ILogger<MailActions> logger)
{
    /// <summary>So many in one go; for the rest the button is pressed again.</summary>
    public const int MostAtOnce = 100_000;

    /// <summary>The same for dropping, which moves each letter.</summary>
    public const int MostDroppedAtOnce = 20_000;

    private const int Step = 500;
    private const int Tries = 5;

    public static int Most(MailAction action) => action == MailAction.Drop ? MostDroppedAtOnce : MostAtOnce;

    /// <summary>What pressing the button would do now.</summary>
    public async Task<MailActionResult> CountAsync(MailSelection selection, MailAction action, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var meant = await MeantAsync(db, selection, cancellationToken);
        var mayBe = Open(meant, action, Now);
        var inHand = await InHandAsync(db, cancellationToken);
        return new MailActionResult(
            await meant.CountAsync(cancellationToken),
            await mayBe.CountAsync(cancellationToken) - (inHand.Count == 0 ? 0 : await mayBe.CountAsync(m => inHand.Contains(m.Id), cancellationToken)));
    }

    /// <param name="selection">Which.</param>
    /// <param name="action">What.</param>
    /// <param name="by">The account's name.</param>
    /// <param name="because">Why it is dropped; its supporter reads it.</param>
    /// <param name="cancellationToken">Ends it; what was done by then stays done.</param>
    public async Task<MailActionResult> ApplyAsync(
        MailSelection selection, MailAction action, string by, string because, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var meant = await MeantAsync(db, selection, cancellationToken);
        var found = await meant.CountAsync(cancellationToken);
        var inHand = await InHandAsync(db, cancellationToken);
        var ids = await Open(meant, action, Now).OrderBy(m => m.Id).Select(m => m.Id).Take(Most(action) + inHand.Count).ToListAsync(cancellationToken);
        var done = 0;
        foreach (var step in ids.Except(inHand).Take(Most(action)).Chunk(Step))
        {
            done += action == MailAction.Drop ? await DropAsync(step, by, because, cancellationToken) : await UpdateAsync(db, step, action, cancellationToken);
        }

        logger.LogInformation("Outbox: {Action} by hand, {Done} of {Found} e-mails.", action, done, found);
        if (action is MailAction.Retry or MailAction.Release)
        {
            signal.Wake();
        }

        return new MailActionResult(found, done);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<IQueryable<OutboxMail>> MeantAsync(LobbyKitDbContext db, MailSelection selection, CancellationToken cancellationToken) => selection.Ids.Count > 0
        ? db.Outbox.Where(m => selection.Ids.Contains(m.Id))
        : await new MailSearch(db, clock).FindAsync(selection.Filter, cancellationToken);

    /// <summary>By its state alone; who has it in hand is asked apart, so that an index answers both.</summary>
    private static IQueryable<OutboxMail> Open(IQueryable<OutboxMail> mails, MailAction action, DateTime now) => action switch
    {
        MailAction.Retry => mails.Where(m => m.State == OutboxState.Waiting && m.DueAt > now),
        MailAction.Hold => mails.Where(m => m.State == OutboxState.Waiting),
        MailAction.Release => mails.Where(m => m.State == OutboxState.Held),
        MailAction.Drop => mails.Where(m => m.State == OutboxState.Waiting || m.State == OutboxState.Held),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    // A claim that has run out still counts: its e-mail may have gone out before the worker died.
    private static IQueryable<OutboxMail> Possible(IQueryable<OutboxMail> mails, MailAction action, DateTime now) =>
        Open(mails, action, now).Where(m => m.ClaimId == null);

    private static Task<List<long>> InHandAsync(LobbyKitDbContext db, CancellationToken cancellationToken) =>
        db.Outbox.Where(m => m.ClaimId != null).Select(m => m.Id).ToListAsync(cancellationToken);

    private async Task<int> UpdateAsync(LobbyKitDbContext db, long[] ids, MailAction action, CancellationToken cancellationToken)
    {
        var now = Now;
        var these = Possible(db.Outbox.Where(m => ids.Contains(m.Id)), action, now);
        return action switch
        {
            MailAction.Retry => await these.ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, now), cancellationToken),
            MailAction.Hold => await these.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Held), cancellationToken),
            _ => await these.ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Waiting), cancellationToken),
        };
    }

    /// <summary>First the e-mails, then their letters: the order in which the worker locks.</summary>
    private async Task<int> DropAsync(long[] ids, string by, string because, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryDropAsync(ids, by, because, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (tries < Tries)
            {
                // A supporter did something to a letter at the same moment; nothing was done, look again.
            }
        }
    }

    private async Task<int> TryDropAsync(long[] ids, string by, string because, CancellationToken cancellationToken)
    {
        var (now, mark) = (Now, Guid.NewGuid());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await Possible(db.Outbox.Where(m => ids.Contains(m.Id)), MailAction.Drop, now).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, OutboxState.Cancelled).SetProperty(m => m.ClaimId, mark)
                .SetProperty(m => m.FinishedAt, now).SetProperty(m => m.EndedBy, by).SetProperty(m => m.EndedBecause, because),
            cancellationToken);
        var mine = await db.Outbox.Include(m => m.Letter).Where(m => m.ClaimId == mark).ToListAsync(cancellationToken);
        await Outbox.EraseAsync(db, [.. mine.Select(m => m.Id)], cancellationToken);
        foreach (var mail in mine)
        {
            mail.ClaimId = null;
            if (mail.Letter is { } letter && IsOver(mail.Kind, letter.State))
            {
                letter.MoveTo(LetterState.Withdrawn, now, LetterActor.Admin);
                // Nothing of it went out: its supporter may write another one.
                letter.OneLetterKey = null;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return mine.Count;
    }

    // Without its confirmation a letter can never be confirmed.
    private static bool IsOver(MailKind kind, LetterState state) =>
        kind == MailKind.Letter ? LetterLife.MayMove(state, LetterState.Withdrawn) : state == LetterState.AwaitingConfirmation;
}
