using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Secrets;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Makes, finds and uses up the secret addresses that make accounts.</summary>
public sealed class OneTimeLinks(LobbyKitDbContext db, TimeProvider clock)
{
    /// <summary>Adds a link to the context, and does not save.</summary>
    /// <returns>The secret: only its hash is stored.</returns>
    public string Add(OneTimeLinkPurpose purpose, string role, TimeSpan lasts, string email = "", int? campaignId = null, int? createdById = null)
    {
        var token = SecretTokens.New();
        var now = clock.GetUtcNow().UtcDateTime;
        db.OneTimeLinks.Add(new OneTimeLink
        {
            Purpose = purpose,
            TokenHash = SecretTokens.Hash(token),
            Email = email,
            Role = role,
            CampaignId = campaignId,
            CreatedById = createdById,
            CreatedAt = now,
            ExpiresAt = now + lasts,
        });
        return token;
    }

    /// <summary>Those that still work. A set-up link works only while there is no admin.</summary>
    public IQueryable<OneTimeLink> Open(OneTimeLinkPurpose purpose)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = db.OneTimeLinks.Where(l => l.Purpose == purpose && l.UsedAt == null && l.ExpiresAt > now);
        return purpose == OneTimeLinkPurpose.SetUp ? open.Where(_ => !Admins(db).Any()) : open;
    }

    /// <returns>Null where the secret is wrong, used up or too old.</returns>
    public Task<OneTimeLink?> FindAsync(OneTimeLinkPurpose purpose, string token, CancellationToken cancellationToken)
    {
        var hash = SecretTokens.Hash(token);
        return Open(purpose).AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash, cancellationToken);
    }

    /// <summary>Of any number that try at once, one succeeds. Within the caller's transaction, whose end decides.</summary>
    /// <returns>Null where the secret is wrong, used up or too old.</returns>
    public async Task<OneTimeLink?> TryUseAsync(OneTimeLinkPurpose purpose, string token, CancellationToken cancellationToken)
    {
        var hash = SecretTokens.Hash(token);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await Open(purpose).FirstOrDefaultAsync(l => l.TokenHash == hash, cancellationToken) is not { } link)
        {
            return null;
        }

        link.UsedAt = now;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return link;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    internal static IQueryable<int> Admins(LobbyKitDbContext db) =>
        from held in db.UserRoles
        join role in db.Roles on held.RoleId equals role.Id
        where role.Name == AccountRoles.Admin
        select held.UserId;
}
