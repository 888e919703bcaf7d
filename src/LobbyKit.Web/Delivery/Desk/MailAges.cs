using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>How long e-mails have been in the outbox. They are numbered in the order in which they come, so that their ids tell, and no index is needed.</summary>
public static class MailAges
{
    /// <summary>Where one band ends and the next begins.</summary>
    public static IReadOnlyList<TimeSpan> Limits { get; } = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(3)];

    /// <summary>Of the bands, the youngest first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["Under 1 hour", "1 to 6 hours", "6 to 24 hours", "1 to 3 days", "Over 3 days"];

    /// <returns>The id that e-mails made at the moment or later begin with.</returns>
    internal static async Task<long> FirstSinceAsync(LobbyKitDbContext db, DateTime moment, CancellationToken cancellationToken)
    {
        var low = await db.Outbox.MinAsync(m => (long?)m.Id, cancellationToken) ?? 0;
        var high = (await db.Outbox.MaxAsync(m => (long?)m.Id, cancellationToken) ?? 0) + 1;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var found = await db.Outbox.Where(m => m.Id >= middle).OrderBy(m => m.Id).Select(m => new { m.Id, m.CreatedAt }).FirstOrDefaultAsync(cancellationToken);
            if (found is null || found.CreatedAt >= moment)
            {
                high = middle;
            }
            else
            {
                low = found.Id + 1;
            }
        }

        return low;
    }
}
