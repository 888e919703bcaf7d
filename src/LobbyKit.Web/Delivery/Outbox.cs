using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>The durable table of e-mails still to be sent.</summary>
public sealed class Outbox(SealedJson seal, TimeProvider clock)
{
    /// <summary>
    /// Adds an e-mail to the caller's context, and never saves: it is there with the letter that it belongs to, or not at all.
    /// After the commit, <see cref="DeliverySignal.Wake"/> spares it the wait for the worker's next look.
    /// </summary>
    /// <param name="db">The caller's.</param>
    /// <param name="kind">Decides what goes out first.</param>
    /// <param name="mail">Header fields are made safe here.</param>
    /// <param name="campaignId">The campaign's.</param>
    /// <param name="letter">Saved or not; null for mail that belongs to none.</param>
    /// <param name="contactId">The contact that it goes to; null for mail to a supporter.</param>
    /// <param name="dueAtUtc">Not before.</param>
    /// <exception cref="ArgumentException">An address is none.</exception>
    public OutboxMail Add(
        LobbyKitDbContext db, MailKind kind, OutgoingMail mail, int? campaignId, Letter? letter, int? contactId, DateTime dueAtUtc)
    {
        var safe = SafeMail.Of(mail);
        var row = new OutboxMail
        {
            Kind = kind,
            MessageId = safe.MessageId,
            Sealed = new SealedMail { Content = seal.Seal(safe) },
            CampaignId = campaignId,
            Letter = letter,
            ContactId = contactId,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            DueAt = dueAtUtc,
        };
        db.Outbox.Add(row);
        return row;
    }

    /// <summary>Erases what e-mails say that are not to be sent any more, within the caller's transaction where there is one.</summary>
    internal static Task EraseAsync(LobbyKitDbContext db, IQueryable<long> ids, CancellationToken cancellationToken) =>
        db.SealedMails.Where(s => ids.Contains(s.OutboxMailId)).ExecuteDeleteAsync(cancellationToken);

    /// <inheritdoc cref="EraseAsync(LobbyKitDbContext, IQueryable{long}, CancellationToken)"/>
    internal static Task EraseAsync(LobbyKitDbContext db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        db.SealedMails.Where(s => EF.Parameter(ids).Contains(s.OutboxMailId)).ExecuteDeleteAsync(cancellationToken);

    /// <summary>
    /// Takes out what a letter still has waiting, at once, within the caller's transaction where there is one. Call it before
    /// moving the letter: the worker locks in the same order.
    /// </summary>
    /// <returns>
    /// False while a worker has the letter in hand: it may be on its way. A confirmation in hand does no harm: once the letter
    /// has moved on, it is not tried again.
    /// </returns>
    public async Task<bool> TryCancelAsync(LobbyKitDbContext db, long letterId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // A claim that has run out still counts: its e-mail may have gone out before the worker died.
        await db.Outbox
            .Where(m => m.LetterId == letterId && (m.State == OutboxState.Held || (m.State == OutboxState.Waiting && m.ClaimId == null)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, OutboxState.Cancelled).SetProperty(m => m.FinishedAt, now), cancellationToken);
        await EraseAsync(db, db.Outbox.Where(m => m.LetterId == letterId && m.State == OutboxState.Cancelled).Select(m => m.Id), cancellationToken);
        return !await db.Outbox.AnyAsync(
            m => m.LetterId == letterId && m.Kind == MailKind.Letter && m.State == OutboxState.Waiting, cancellationToken);
    }
}
