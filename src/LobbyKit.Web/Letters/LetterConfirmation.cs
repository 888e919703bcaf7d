using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>Sends a letter on, once the owner of its e-mail address has said so.</summary>
public sealed class LetterConfirmation(
    LobbyKitDbContext db, SecretTokens tokens, SealedJson sealing, LetterMails mails, CampaignCatalog campaigns, DeliverySignal signal, TimeProvider clock)
{
    /// <returns>The letter, its office and text; null for a secret that belongs to none.</returns>
    public async Task<LetterView?> FindAsync(string confirmToken, CancellationToken cancellationToken)
    {
        var hash = SecretTokens.Hash(confirmToken);
        var letter = await db.Letters.AsNoTracking().FirstOrDefaultAsync(l => l.ConfirmTokenHash == hash, cancellationToken);
        return letter is null ? null : await LetterView.LoadAsync(db, campaigns, sealing, letter, cancellationToken);
    }

    /// <summary>Whether the button would still send it. A closed campaign sends nothing more, unless it is on its way already.</summary>
    public bool MayConfirm(LetterView view) =>
        view.Letter.State == LetterState.AwaitingConfirmation && view.Campaign.IsOpen(clock.GetUtcNow().UtcDateTime);

    /// <returns>Null for a secret that belongs to no letter.</returns>
    public async Task<ConfirmResult?> ConfirmAsync(string confirmToken, CancellationToken cancellationToken)
    {
        var hash = SecretTokens.Hash(confirmToken);
        var letter = await db.Letters.FirstOrDefaultAsync(l => l.ConfirmTokenHash == hash, cancellationToken);
        if (letter is null)
        {
            return null;
        }

        if (letter.State != LetterState.AwaitingConfirmation)
        {
            return Outcome(letter);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var campaign = await campaigns.FindAsync(letter.CampaignId, cancellationToken);
        if (campaign?.IsOpen(now) != true || await sealing.OpenLetterAsync(db, letter.Id, cancellationToken) is not { } content)
        {
            return ConfirmResult.TooLate;
        }

        // The one place where "have I written already?" is answered: to whoever reads that mailbox, and to nobody else.
        letter.OneLetterKey = tokens.Derive("one letter", letter.AddressFingerprint!, $"{letter.CampaignId}", $"{letter.ContactId}");
        if (await db.Letters.AnyAsync(l => l.OneLetterKey == letter.OneLetterKey && l.Id != letter.Id, cancellationToken))
        {
            return ConfirmResult.AlreadyWritten;
        }

        var contact = await db.Contacts.AsNoTracking().Include(c => c.Channels).FirstAsync(c => c.Id == letter.ContactId, cancellationToken);
        letter.MoveTo(LetterState.Queued, now, LetterActor.Supporter);
        mails.AddLetter(db, campaign, contact, letter, content, now);
        return await SaveAsync(letter.Id, letter.OneLetterKey, cancellationToken);
    }

    private async Task<ConfirmResult> SaveAsync(long letterId, string oneLetterKey, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            signal.Wake();
            return ConfirmResult.Confirmed;
        }
        catch (DbUpdateException)
        {
            // Two presses at once, or two letters of one address at once: the database let only one of them through.
            db.ChangeTracker.Clear();
            var letter = await db.Letters.AsNoTracking().FirstAsync(l => l.Id == letterId, cancellationToken);
            if (letter.State != LetterState.AwaitingConfirmation)
            {
                return Outcome(letter);
            }

            if (await db.Letters.AnyAsync(l => l.OneLetterKey == oneLetterKey, cancellationToken))
            {
                return ConfirmResult.AlreadyWritten;
            }

            throw;
        }
    }

    private static ConfirmResult Outcome(Letter letter) =>
        letter.State is LetterState.Withdrawn or LetterState.Expired or LetterState.Held ? ConfirmResult.TooLate : ConfirmResult.Confirmed;
}
