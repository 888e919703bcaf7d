using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Whether there is a second pair of eyes.</summary>
public sealed class ActiveAdmins(LobbyKitDbContext db)
{
    /// <summary>
    /// Whether the account is the only admin of the installation. Who is locked out for a while counts: whoever could lock a colleague
    /// out by guessing passwords would otherwise be alone, and free to approve what they like.
    /// </summary>
    public async Task<bool> IsOnlyAsync(int accountId, CancellationToken cancellationToken) =>
        await OneTimeLinks.Admins(db).Distinct().Take(2).ToListAsync(cancellationToken) is [var only] && only == accountId;
}
