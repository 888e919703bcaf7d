using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>Turns a checked draft into a letter that waits for its supporter's confirmation.</summary>
public sealed class LetterSubmission(
    LobbyKitDbContext db,
    SecretTokens tokens,
    SealedJson sealing,
    LetterMails mails,
    DeliverySignal signal,
    ConfirmationLimit limit,
    TimeProvider clock)
{
    /// <summary>
    /// Stores the letter and, for a letter that this server sends, its confirmation in one transaction. The same draft again gives the
    /// same letter: a double click or a reloaded page makes no second one.
    /// </summary>
    /// <returns>The secret of the letter's receipt.</returns>
    public async Task<string> SubmitAsync(WritingOffer offer, LetterDraft draft, ComposedLetter text, CancellationToken cancellationToken)
    {
        var receiptToken = tokens.Derive(
            "receipt", draft.SubmissionKey, $"{offer.Contact.Id}", draft.Route.ToString(), draft.Name, draft.Email, draft.Place, text.Subject, text.Body);
        var receiptHash = SecretTokens.Hash(receiptToken);
        if (await ExistsAsync(receiptHash, cancellationToken))
        {
            return receiptToken;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var byServer = draft.Route == LetterRoute.Server;
        var confirmToken = byServer ? SecretTokens.New() : null;
        var letter = new Letter
        {
            CampaignId = offer.Campaign.Id,
            ContactId = offer.Contact.Id,
            TemplateVersionId = text.TemplateVersionId,
            CountryCode = draft.CountryCode,
            Language = text.Language,
            ReaderLanguage = draft.ReaderLanguage,
            Route = draft.Route,
            State = LetterState.AwaitingConfirmation,
            ReceiptTokenHash = receiptHash,
            ConfirmTokenHash = confirmToken is null ? null : SecretTokens.Hash(confirmToken),
            AddressFingerprint = byServer ? Fingerprint(draft.Email) : null,
            HasText = true,
            Sealed = sealing.SealLetter(new LetterContent
            {
                SupporterName = draft.Name,
                SupporterEmail = byServer ? draft.Email : "",
                SupporterPlace = draft.Place,
                PersonalMessage = draft.PersonalMessage,
                Subject = text.Subject,
                Body = text.Body,
                ReceiptToken = receiptToken,
            }),
            ConsentVersion = offer.Campaign.ConsentVersion,
            ConsentAt = now,
            CreatedAt = now,
            CreatedOn = DateOnly.FromDateTime(now),
            StateAt = now,
        };
        db.Letters.Add(letter);

        // A held letter's page is the page of any other: whoever floods us learns nothing from it.
        if (draft.IsDoubtful || (byServer && await limit.IsReachedAsync(db, letter.AddressFingerprint!, cancellationToken)))
        {
            letter.MoveTo(LetterState.Held, now, LetterActor.AbuseRule);
        }
        else if (byServer)
        {
            mails.AddConfirmation(db, offer, letter, draft, confirmToken!, receiptToken, now);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await ExistsAsync(receiptHash, cancellationToken))
            {
                throw;
            }
        }

        signal.Wake();
        return receiptToken;
    }

    private string Fingerprint(string email) => tokens.Derive("address", EmailAddress.Canonical(email));

    private Task<bool> ExistsAsync(string receiptHash, CancellationToken cancellationToken) =>
        db.Letters.AnyAsync(l => l.ReceiptTokenHash == receiptHash, cancellationToken);
}
