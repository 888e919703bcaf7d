using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Whether there is a second pair of eyes.</summary>
public sealed class ActiveAdmins(LobbyKitDbContext db)
{
    /// <summary>
    /// Whether the account is the only admin of the installation. Who is disabled does not count: they cannot look at anything, and only a
    /// colleague can let them in again. Who is locked out for a while does: whoever could lock a colleague out by guessing passwords would
    /// otherwise be alone, and free to approve what they like.
    /// </summary>
    public async Task<bool> IsOnlyAsync(int accountId, CancellationToken cancellationToken) =>
        await OneTimeLinks.Admins(db).Where(id => db.Users.Any(a => a.Id == id && a.DisabledAt == null)).Distinct().Take(2).ToListAsync(cancellationToken) is [var only] && only == accountId;
}
