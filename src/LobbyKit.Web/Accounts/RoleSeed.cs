using LobbyKit.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Puts the two roles into a new database.</summary>
public sealed class RoleSeed(IDbContextFactory<LobbyKitDbContext> contexts)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Roles.Select(r => r.Name).ToListAsync(cancellationToken);
        foreach (var name in new[] { AccountRoles.Organiser, AccountRoles.Admin }.Except(known))
        {
            db.Roles.Add(new IdentityRole<int>(name!) { NormalizedName = name!.ToUpperInvariant() });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
