using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>Takes away what the outbox still has of letters whose supporters are to be forgotten.</summary>
public static class OutboxScrub
{
    /// <summary>Within the caller's transaction where there is one. E-mails that still wait are left: they are cancelled, not scrubbed.</summary>
    public static async Task ApplyAsync(LobbyKitDbContext db, IReadOnlyCollection<long> letterIds, CancellationToken cancellationToken)
    {
        var finished = db.Outbox.Where(m => m.LetterId != null && letterIds.Contains(m.LetterId.Value) && m.State != OutboxState.Waiting);
        // Servers repeat addresses in their answers; the codes stay.
        await db.DeliveryAttempts
            .Where(a => a.SealedReply != null && finished.Any(m => m.Id == a.OutboxMailId))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.SealedReply, (byte[]?)null), cancellationToken);
        await Outbox.EraseAsync(db, finished.Select(m => m.Id), cancellationToken);
    }
}
