using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Accounts;

/// <summary>What everybody may do with their own account.</summary>
public sealed class OwnAccount(UserManager<Account> accounts, SignInManager<Account> signIn)
{
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public async Task<Account> GetAsync(ClaimsPrincipal person) =>
        await accounts.GetUserAsync(person) ?? throw new InvalidOperationException("Nobody is signed in.");

    public Task RenameAsync(Account account, string name)
    {
        account.DisplayName = name;
        return accounts.UpdateAsync(account);
    }

    /// <summary>Ends every other session.</summary>
    public async Task<IdentityResult> ChangePasswordAsync(Account account, string current, string changed)
    {
        var result = await accounts.ChangePasswordAsync(account, current, changed);
        if (result.Succeeded)
        {
            await signIn.RefreshSignInAsync(account);
        }

        return result;
    }
}
