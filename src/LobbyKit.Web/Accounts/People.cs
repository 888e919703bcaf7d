using System.Globalization;
using LobbyKit.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Everybody with an account.</summary>
public sealed class People(LobbyKitDbContext db, UserManager<Account> accounts)
{
    public Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken) => ReadAsync(db.Users, cancellationToken);

    public async Task<Person?> FindAsync(int accountId, CancellationToken cancellationToken) =>
        await ReadAsync(db.Users.Where(u => u.Id == accountId), cancellationToken) is [var person] ? person : null;

    /// <summary>For who lost telephone and codes: the password alone signs in again, until they set up anew. Ends their sessions.</summary>
    public async Task ForgetSecondFactorAsync(int accountId)
    {
        if (await accounts.FindByIdAsync(Text(accountId)) is not { } account)
        {
            return;
        }

        foreach (var passkey in await accounts.GetPasskeysAsync(account))
        {
            await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        }

        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.ResetAuthenticatorKeyAsync(account);
    }

    /// <summary>Takes the account away, and with it every session and team. What they did stays.</summary>
    public async Task RemoveAsync(int accountId)
    {
        if (await accounts.FindByIdAsync(Text(accountId)) is { } account)
        {
            await accounts.DeleteAsync(account);
        }
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

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
