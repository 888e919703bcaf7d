using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>What mail servers said of a letter.</summary>
public sealed class DeliveryLog(LobbyKitDbContext db, SealedJson sealing)
{
    /// <summary>The last try to deliver a letter to its office; null while there was none.</summary>
    public async Task<DeliveryReply?> LastReplyAsync(long letterId, CancellationToken cancellationToken)
    {
        var attempt = await db.Outbox.AsNoTracking()
            .Where(m => m.LetterId == letterId && m.Kind == MailKind.Letter)
            .SelectMany(m => m.Attempts)
            .OrderByDescending(a => a.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return attempt is null
            ? null
            : new DeliveryReply(
                attempt.Outcome, attempt.ReplyCode, attempt.EnhancedCode, attempt.SealedReply is null ? "" : sealing.Open<string>(attempt.SealedReply));
    }

    /// <summary>Why the people who run the campaign took a letter out, in their words; null where they did not.</summary>
    public async Task<string?> DroppedBecauseAsync(long letterId, CancellationToken cancellationToken) => await db.Outbox.AsNoTracking()
        .Where(m => m.LetterId == letterId && m.State == OutboxState.Cancelled && m.EndedBy != "")
        .OrderByDescending(m => m.Id).Select(m => m.EndedBecause).FirstOrDefaultAsync(cancellationToken);
}
