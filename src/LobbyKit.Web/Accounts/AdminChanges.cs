using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Changes after which there has to be an admin still.</summary>
public sealed class AdminChanges(LobbyKitDbContext db)
{
    /// <summary>
    /// Makes a change that may cost somebody the admin's role, unless nobody would be left with it. Of two such changes at once the
    /// second waits for the first or is refused: each first rewrites the stamp of the admin's role, which is one row.
    /// </summary>
    /// <param name="accountId">Whose change it is.</param>
    /// <param name="change">Within the transaction.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<PersonChange> MakeAsync(int accountId, Func<Account, Task> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            var role = await db.Roles.SingleAsync(r => r.Name == AccountRoles.Admin, cancellationToken);
            role.ConcurrencyStamp = Guid.NewGuid().ToString();
            await db.SaveChangesAsync(cancellationToken);
            if (await db.Users.FirstOrDefaultAsync(a => a.Id == accountId, cancellationToken) is not { } account)
            {
                return PersonChange.Gone;
            }

            // Whoever is disabled can let nobody in.
            var admins = await OneTimeLinks.Admins(db).Where(id => db.Users.Any(a => a.Id == id && a.DisabledAt == null)).ToListAsync(cancellationToken);
            if (admins is [var last] && last == accountId)
            {
                return PersonChange.LastAdmin;
            }

            await change(account);
            await transaction.CommitAsync(cancellationToken);
            return PersonChange.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PersonChange.SomebodyWasQuicker;
        }
    }
}
