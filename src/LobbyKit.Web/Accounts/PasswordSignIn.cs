using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Accounts;

/// <summary>The first step of signing in. From outside, an unknown address, a wrong password, a locked and a disabled account look alike.</summary>
public sealed class PasswordSignIn(SignInManager<Account> signIn, UserManager<Account> accounts, IPasswordHasher<Account> hasher)
{
    private static readonly Account Nobody = new();
    private static string? nobodysHash;

    public async Task<SignInResult> TryAsync(string email, string password)
    {
        if (await accounts.FindByEmailAsync(email) is { } account)
        {
            if (account.DisabledAt is null && !await accounts.IsLockedOutAsync(account))
            {
                return await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
            }
        }

        // As much work as for a known address, or the time would tell.
        hasher.VerifyHashedPassword(Nobody, nobodysHash ??= hasher.HashPassword(Nobody, "nobody's password"), password);
        return SignInResult.Failed;
    }
}
