using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>The private page of one letter: what became of it, and its supporter's say over it.</summary>
public sealed class LetterReceipts(
    LobbyKitDbContext db, SealedJson sealing, CampaignCatalog campaigns, ContactDirectory contacts, Outbox outbox, ConfirmationLimit limit, TimeProvider clock)
{
    /// <returns>Null for a secret that belongs to no letter.</returns>
    public async Task<LetterView?> FindAsync(string receiptToken, CancellationToken cancellationToken)
    {
        var hash = SecretTokens.Hash(receiptToken);
        var letter = await db.Letters.AsNoTracking().Include(l => l.Events).FirstOrDefaultAsync(l => l.ReceiptTokenHash == hash, cancellationToken);
        return letter is null ? null : await LetterView.LoadAsync(db, campaigns, sealing, letter, cancellationToken);
    }

    /// <summary>The office that its supporter could write to next; null where there is no other, or the campaign takes no letters.</summary>
    public async Task<Contact?> NextOfficeAsync(LetterView view, CancellationToken cancellationToken)
    {
        if (!view.Campaign.IsOpen(clock.GetUtcNow().UtcDateTime))
        {
            return null;
        }

        var offices = await contacts.OfficesAsync(view.Campaign, view.Contact.CountryCode, cancellationToken);
        var at = offices.ToList().FindIndex(c => c.Id == view.Contact.Id);
        return offices.Skip(at + 1).Concat(offices.Take(Math.Max(at, 0))).FirstOrDefault();
    }

    /// <summary>The office that letters to this one go to, since it is gone; null where it is not, or nobody took its place.</summary>
    public Task<Contact?> SuccessorAsync(LetterView view, CancellationToken cancellationToken) =>
        db.Contacts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == view.Contact.MergedIntoId && c.RetiredAt == null, cancellationToken);

    /// <summary>The supporter says that they delivered it by their own hand, or takes that back.</summary>
    /// <returns>False where the letter is not theirs to deliver, or no longer.</returns>
    public async Task<bool> ReportAsync(string receiptToken, bool delivered, CancellationToken cancellationToken)
    {
        var (from, to) = delivered
            ? (LetterState.AwaitingConfirmation, LetterState.Reported)
            : (LetterState.Reported, LetterState.AwaitingConfirmation);
        var letter = await TrackAsync(receiptToken, cancellationToken);
        if (letter is null || letter.Route == LetterRoute.Server || letter.State == to)
        {
            return letter?.State == to;
        }

        if (letter.State != from || !letter.HasText)
        {
            return false;
        }

        letter.MoveTo(to, clock.GetUtcNow().UtcDateTime, LetterActor.Supporter);
        return await SaveAsync(cancellationToken) || (await TrackAsync(receiptToken, cancellationToken))?.State == to;
    }

    /// <summary>Takes a letter back that has not gone out.</summary>
    /// <returns>False where it is too late.</returns>
    public async Task<bool> WithdrawAsync(string receiptToken, CancellationToken cancellationToken)
    {
        var letter = await TrackAsync(receiptToken, cancellationToken);
        return letter is not null
            && (letter.State == LetterState.Withdrawn
                || await StopAsync(letter, erase: false, cancellationToken)
                || (await TrackAsync(receiptToken, cancellationToken))?.State == LetterState.Withdrawn);
    }

    /// <summary>
    /// Forgets who wrote and what. A letter that has not gone out is taken back as well; one that is being sent this second is not
    /// erased, so that its outcome is known: the supporter tries again.
    /// </summary>
    /// <returns>False where it is being sent right now.</returns>
    public async Task<bool> EraseAsync(string receiptToken, CancellationToken cancellationToken)
    {
        var letter = await TrackAsync(receiptToken, cancellationToken);
        if (letter is null)
        {
            return false;
        }

        // A second click that came a moment too late for its own save finds the first one's work done.
        return letter.ErasedAt is not null
            || await EraseNowAsync(letter, cancellationToken)
            || (await TrackAsync(receiptToken, cancellationToken))?.ErasedAt is not null;
    }

    private async Task<bool> EraseNowAsync(Letter letter, CancellationToken cancellationToken)
    {
        if (LetterLife.MayMove(letter.State, LetterState.Withdrawn))
        {
            return await StopAsync(letter, erase: true, cancellationToken);
        }

        if (letter.State == LetterState.Sending)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // An answer that waits to be passed on is theirs, too.
        await outbox.TryCancelAsync(db, letter.Id, cancellationToken);
        await EraseAsync(letter, cancellationToken);
        letter.Revision++;
        if (!await SaveAsync(cancellationToken))
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<bool> StopAsync(Letter letter, bool erase, CancellationToken cancellationToken)
    {
        if (!LetterLife.MayMove(letter.State, LetterState.Withdrawn))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await outbox.TryCancelAsync(db, letter.Id, cancellationToken))
        {
            return false;
        }

        letter.MoveTo(LetterState.Withdrawn, clock.GetUtcNow().UtcDateTime, LetterActor.Supporter);
        // Whoever takes a letter back may write another one.
        letter.OneLetterKey = null;
        if (erase)
        {
            await EraseAsync(letter, cancellationToken);
        }

        // Not committing puts the outbox back as it was.
        if (!await SaveAsync(cancellationToken))
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task EraseAsync(Letter letter, CancellationToken cancellationToken)
    {
        limit.RememberErased(letter);
        LetterScrub.Apply(letter);
        letter.ErasedAt = clock.GetUtcNow().UtcDateTime;
        await LetterScrub.EraseAsync(db, [letter.Id], cancellationToken);
    }

    /// <returns>False where a worker, or the same supporter's second click, was at the letter in the same moment.</returns>
    private async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private Task<Letter?> TrackAsync(string receiptToken, CancellationToken cancellationToken)
    {
        var hash = SecretTokens.Hash(receiptToken);
        return db.Letters.FirstOrDefaultAsync(l => l.ReceiptTokenHash == hash, cancellationToken);
    }
}
