using System.Globalization;
using LobbyKit.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Everybody with an account, and what admins do for them. The last admin stays one: see <see cref="AdminChanges"/>.</summary>
public sealed class People(LobbyKitDbContext db, UserManager<Account> accounts, AdminChanges adminChanges, TimeProvider clock)
{
    public Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken) => ReadAsync(db.Users, cancellationToken);

    public async Task<Person?> FindAsync(int accountId, CancellationToken cancellationToken) =>
        await ReadAsync(db.Users.Where(u => u.Id == accountId), cancellationToken) is [var person] ? person : null;

    /// <param name="accountId">Whose.</param>
    /// <param name="role">See <see cref="AccountRoles"/>. The next page they open knows it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<PersonChange> ChangeRoleAsync(int accountId, string role, CancellationToken cancellationToken) => role == AccountRoles.Admin
        ? OnAsync(accountId, account => SetRoleAsync(account, role, cancellationToken))
        : adminChanges.MakeAsync(accountId, account => SetRoleAsync(account, role, cancellationToken), cancellationToken);

    /// <summary>Nobody signs in with the account until it is enabled again; whoever is signed in with it is not any more.</summary>
    public Task<PersonChange> DisableAsync(int accountId, CancellationToken cancellationToken) => adminChanges.MakeAsync(
        accountId,
        async account =>
        {
            account.DisabledAt ??= clock.GetUtcNow().UtcDateTime;
            Check(await accounts.UpdateSecurityStampAsync(account));
        },
        cancellationToken);

    public Task<PersonChange> EnableAsync(int accountId) => OnAsync(accountId, async account =>
    {
        account.DisabledAt = null;
        Check(await accounts.UpdateAsync(account));
    });

    /// <summary>Signs them out everywhere, at once. They may sign in again.</summary>
    public Task<PersonChange> EndSessionsAsync(int accountId) => OnAsync(accountId, async account => Check(await accounts.UpdateSecurityStampAsync(account)));

    /// <summary>For who lost telephone and codes: the password alone signs in again, until they set up anew. Ends their sessions.</summary>
    public Task<PersonChange> ForgetSecondFactorAsync(int accountId) => OnAsync(accountId, async account =>
    {
        foreach (var passkey in await accounts.GetPasskeysAsync(account))
        {
            Check(await accounts.RemovePasskeyAsync(account, passkey.CredentialId));
        }

        Check(await accounts.SetTwoFactorEnabledAsync(account, false));
        Check(await accounts.ResetAuthenticatorKeyAsync(account));
        // The codes on paper were part of it.
        Check(await accounts.RemoveAuthenticationTokenAsync(account, "[AspNetUserStore]", "RecoveryCodes"));
    });

    /// <summary>Takes the account away, and with it every session and team. What they did stays.</summary>
    public Task<PersonChange> RemoveAsync(int accountId, CancellationToken cancellationToken) => adminChanges.MakeAsync(
        accountId,
        async account =>
        {
            // Loaded, so that the log tells what they could do.
            await db.CampaignMembers.Where(m => m.AccountId == accountId).LoadAsync(cancellationToken);
            await db.UserRoles.Where(r => r.UserId == accountId).LoadAsync(cancellationToken);
            Check(await accounts.DeleteAsync(account));
        },
        cancellationToken);

    private async Task<PersonChange> OnAsync(int accountId, Func<Account, Task> change)
    {
        if (await accounts.FindByIdAsync(accountId.ToString(CultureInfo.InvariantCulture)) is not { } account)
        {
            return PersonChange.Gone;
        }

        try
        {
            await change(account);
            return PersonChange.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PersonChange.SomebodyWasQuicker;
        }
    }

    // In one save, and so as one change of the log.
    private async Task SetRoleAsync(Account account, string role, CancellationToken cancellationToken)
    {
        var roleId = await db.Roles.Where(r => r.Name == role).Select(r => r.Id).SingleAsync(cancellationToken);
        var held = await db.UserRoles.Where(r => r.UserId == account.Id).ToListAsync(cancellationToken);
        db.UserRoles.RemoveRange(held.Where(r => r.RoleId != roleId));
        if (held.All(r => r.RoleId != roleId))
        {
            db.UserRoles.Add(new IdentityUserRole<int> { UserId = account.Id, RoleId = roleId });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new DbUpdateConcurrencyException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }

    private async Task<IReadOnlyList<Person>> ReadAsync(IQueryable<Account> of, CancellationToken cancellationToken)
    {
        var accounts = await of.AsNoTracking().OrderBy(a => a.DisplayName).ToListAsync(cancellationToken);
        var ids = of.Select(a => a.Id);
        var admins = await OneTimeLinks.Admins(db).Where(id => ids.Contains(id)).ToListAsync(cancellationToken);
        var members = (await db.CampaignMembers.AsNoTracking().Where(m => ids.Contains(m.AccountId)).ToListAsync(cancellationToken)).ToLookup(m => m.AccountId, m => m.CampaignId);
        var passkeys = (await db.UserPasskeys.Where(k => ids.Contains(k.UserId)).Select(k => k.UserId).ToListAsync(cancellationToken)).CountBy(id => id).ToDictionary();
        return [.. accounts.Select(a => new Person(
            a, admins.Contains(a.Id) ? AccountRoles.Admin : AccountRoles.Organiser, [.. members[a.Id]], passkeys.GetValueOrDefault(a.Id)))];
    }
}
