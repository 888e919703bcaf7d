using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>The way in to an installation that has no admin yet.</summary>
public sealed class SetUpLinks(LobbyKitDbContext db, OneTimeLinks links, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    /// <summary>Makes a new link and voids those before it.</summary>
    /// <returns>Its secret; null where there is an admin, who can invite the others.</returns>
    public async Task<string?> IssueAsync(CancellationToken cancellationToken)
    {
        if (await OneTimeLinks.Admins(db).AnyAsync(cancellationToken))
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var before = await db.OneTimeLinks.Where(l => l.Purpose == OneTimeLinkPurpose.SetUp && l.UsedAt == null).ToListAsync(cancellationToken);
        before.ForEach(l => l.UsedAt = now);
        var token = links.Add(OneTimeLinkPurpose.SetUp, AccountRoles.Admin, Lasts);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return token;
    }
}
