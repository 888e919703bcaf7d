using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>A letter that cannot be delivered by e-mail, taken to the same office another way: its supporter's text stays as it is.</summary>
public sealed class LetterOtherWays(LobbyKitDbContext db, SecretTokens tokens, SealedJson sealing, CampaignCatalog campaigns, Outbox outbox, TimeProvider clock)
{
    /// <returns>The least work first; none where the letter is not in trouble, or can no longer be written.</returns>
    public async Task<IReadOnlyList<LetterRoute>> OfAsync(LetterView view, CancellationToken cancellationToken)
    {
        if (view.Letter.Route != LetterRoute.Server || view.Content is null || !view.Campaign.IsOpen(clock.GetUtcNow().UtcDateTime))
        {
            return [];
        }

        var office = await OfficeAsync(view.Contact, cancellationToken);
        var isLost = view.Letter.State is LetterState.Rejected or LetterState.Bounced;
        var waitsInVain = view.Letter.State is LetterState.Queued or LetterState.Retrying && office.Channel(ChannelKind.Email) is null;
        if (office.RetiredAt is not null || !(isLost || waitsInVain))
        {
            return [];
        }

        // Where nobody is reached at the address, nobody is reached there from another mailbox.
        var isDead = await db.AddressFailures.AnyAsync(f => f.LetterId == view.Letter.Id, cancellationToken);
        return [.. LetterRoutes.To(view.Campaign, office, serverMaySend: false).Where(r => !isDead || r != LetterRoute.OwnMailbox)];
    }

    /// <summary>Makes the same letter anew, for its supporter's own hand. One that still waits is taken out of the queue, so that it arrives once.</summary>
    /// <returns>The secret of the new letter's receipt, the same again for the same way; null where that way is not open.</returns>
    public async Task<string?> TakeAsync(string receiptToken, LetterRoute route, CancellationToken cancellationToken)
    {
        var token = tokens.Derive("another way", receiptToken, route.ToString());
        var (hash, newHash) = (SecretTokens.Hash(receiptToken), SecretTokens.Hash(token));
        if (await db.Letters.AnyAsync(l => l.ReceiptTokenHash == newHash, cancellationToken))
        {
            return token;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Letters.FirstOrDefaultAsync(l => l.ReceiptTokenHash == hash, cancellationToken) is not { } letter)
        {
            return null;
        }

        var view = await LetterView.LoadAsync(db, campaigns, sealing, letter, cancellationToken);
        if (!(await OfAsync(view, cancellationToken)).Contains(route))
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (LetterLife.MayMove(letter.State, LetterState.Withdrawn))
        {
            if (!await outbox.TryCancelAsync(db, letter.Id, cancellationToken))
            {
                return null;
            }

            letter.MoveTo(LetterState.Withdrawn, now, LetterActor.Supporter);
            letter.OneLetterKey = null;
        }

        db.Letters.Add(Copy(letter, (await OfficeAsync(view.Contact, cancellationToken)).Id, view.Content!, route, token, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return token;
        }
        catch (DbUpdateException)
        {
            // The same button twice at once, or a worker that took the letter after all.
            await transaction.RollbackAsync(cancellationToken);
            db.ChangeTracker.Clear();
            return await db.Letters.AnyAsync(l => l.ReceiptTokenHash == newHash, cancellationToken) ? token : null;
        }
    }

    private Letter Copy(Letter letter, int officeId, LetterContent content, LetterRoute route, string token, DateTime now) => new()
    {
        CampaignId = letter.CampaignId,
        ContactId = officeId,
        TemplateVersionId = letter.TemplateVersionId,
        CountryCode = letter.CountryCode,
        Language = letter.Language,
        ReaderLanguage = letter.ReaderLanguage,
        Route = route,
        State = LetterState.AwaitingConfirmation,
        ReceiptTokenHash = SecretTokens.Hash(token),
        HasText = true,
        Sealed = sealing.SealLetter(content with { SupporterEmail = "", ReceiptToken = token }),
        ConsentVersion = letter.ConsentVersion,
        ConsentAt = letter.ConsentAt,
        CreatedAt = now,
        CreatedOn = DateOnly.FromDateTime(now),
        StateAt = now,
    };

    /// <summary>The contact, or the one that it was merged into.</summary>
    private async Task<Contact> OfficeAsync(Contact contact, CancellationToken cancellationToken) => contact.MergedIntoId is { } id
        ? await db.Contacts.AsNoTracking().Include(c => c.Channels).FirstAsync(c => c.Id == id, cancellationToken)
        : contact;
}
