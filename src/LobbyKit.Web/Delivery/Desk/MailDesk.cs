using System.Security.Cryptography;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>One e-mail and its tries, as admins may see them: what is in it, and who wrote it, is opened for nobody.</summary>
public sealed class MailDesk(LobbyKitDbContext db, SealedJson seal, TimeProvider clock)
{
    /// <returns>Null where there is no such e-mail.</returns>
    public async Task<MailView?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.AsNoTracking().Include(m => m.Attempts).FirstOrDefaultAsync(m => m.Id == id, cancellationToken);
        if (mail is null)
        {
            return null;
        }

        var contacts = await LaneTitles.ContactsAsync(db, mail.ContactId is { } contact ? [contact] : [], cancellationToken);
        var campaigns = await LaneTitles.CampaignsAsync(db, mail.CampaignId is { } campaign ? [campaign] : [], cancellationToken);
        var line = new MailLine(
            mail.Id, mail.Kind, MailSearch.Standing(mail.State, mail.ClaimId, mail.DueAt, clock.GetUtcNow().UtcDateTime), mail.ContactId,
            contacts.GetValueOrDefault(mail.ContactId ?? 0, ""), mail.CampaignId, campaigns.GetValueOrDefault(mail.CampaignId ?? 0, ""),
            mail.CreatedAt, mail.DueAt, mail.FinishedAt, mail.AttemptCount, "");
        return new MailView(
            line, mail.MessageId, mail.ClaimId is null ? null : mail.ClaimedUntil, mail.EndedBy, mail.EndedBecause,
            RetrySchedule.Tries(mail.Kind),
            await db.ReturnedMails.AsNoTracking().Where(r => r.LetterId == mail.LetterId && r.OutboxMailId == id).OrderBy(r => r.At).ToListAsync(cancellationToken),
            [.. mail.Attempts.OrderByDescending(a => a.Number).Select(a => Try(mail, a))]);
    }

    private MailTry Try(OutboxMail mail, DeliveryAttempt attempt) => new(
        attempt.Number, attempt.StartedAt, attempt.FinishedAt - attempt.StartedAt, attempt.Outcome,
        AnswerReasons.Of(attempt.Outcome, attempt.ReplyCode, attempt.EnhancedCode), attempt.ReplyCode, attempt.EnhancedCode,
        // Of mail to people the server's words name them in more ways than can be masked.
        mail.Kind == MailKind.Letter ? Words(attempt.SealedReply) : "");

    private string Words(byte[]? reply)
    {
        if (reply is null)
        {
            return "";
        }

        try
        {
            return MaskedAddresses.In(seal.Open<string>(reply));
        }
        catch (CryptographicException)
        {
            return "They cannot be decrypted: the keys that sealed them are not in the folder of keys.";
        }
    }
}
