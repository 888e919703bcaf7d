using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Accounts;

/// <summary>
/// Passkeys: something one has, unlocked by a finger, a face or a PIN. Each counts as both factors, since the check of the person is
/// required (see <see cref="PasskeyRules"/>).
/// </summary>
public sealed class Passkeys(UserManager<Account> accounts, SignInManager<Account> signIn, TimeProvider clock, ILogger<Passkeys> logger)
{
    public const int Most = 10;

    public async Task<IList<UserPasskeyInfo>> ListAsync(Account account) => await accounts.GetPasskeysAsync(account);

    /// <returns>What the browser needs to make one, as JSON.</returns>
    public Task<string> CreationOptionsAsync(Account account) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
    {
        Id = account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Name = account.Email!,
        DisplayName = account.DisplayName,
    });

    /// <returns>False where the browser's answer is none to our question.</returns>
    public async Task<bool> AddAsync(Account account, string credentialJson, string name)
    {
        if ((await accounts.GetPasskeysAsync(account)).Count >= Most || await AttestAsync(credentialJson) is not { } passkey)
        {
            return false;
        }

        passkey.Name = name.Length > 0 ? name : $"Passkey of {clock.GetUtcNow():yyyy-MM-dd}";
        if (!(await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded)
        {
            return false;
        }

        // Whoever makes a passkey has just shown it.
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [SecondFactorProof.NewClaim()]);
        return true;
    }

    public async Task RemoveAsync(Account account, string credentialId)
    {
        if (Base64Url.IsValid(credentialId))
        {
            await accounts.RemovePasskeyAsync(account, Base64Url.DecodeFromChars(credentialId));
        }
    }

    /// <returns>What the browser needs to sign in with any passkey of this site, as JSON.</returns>
    public Task<string> RequestOptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <returns>False where the passkey is unknown, or its account is locked.</returns>
    public async Task<bool> SignInAsync(string credentialJson)
    {
        if (await AssertAsync(credentialJson) is not { Succeeded: true } shown
            || !shown.Passkey.IsUserVerified || !await signIn.CanSignInAsync(shown.User) || await accounts.IsLockedOutAsync(shown.User))
        {
            return false;
        }

        // The key counts its uses; a copy of it would fall behind.
        if (!(await accounts.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey)).Succeeded)
        {
            return false;
        }

        await signIn.SignInWithClaimsAsync(shown.User, isPersistent: false, [SecondFactorProof.NewClaim()]);
        return true;
    }

    private async Task<UserPasskeyInfo?> AttestAsync(string credentialJson)
    {
        try
        {
            var made = await signIn.PerformPasskeyAttestationAsync(credentialJson);
            return made.Succeeded ? made.Passkey : throw made.Failure;
        }
        catch (Exception problem) when (problem is PasskeyException or InvalidOperationException)
        {
            // InvalidOperationException: the challenge was never asked for, or its cookie has run out.
            logger.LogInformation("A passkey was not added: {Reason}", problem.Message);
            return null;
        }
    }

    private async Task<PasskeyAssertionResult<Account>?> AssertAsync(string credentialJson)
    {
        try
        {
            var shown = await signIn.PerformPasskeyAssertionAsync(credentialJson);
            return shown.Succeeded ? shown : throw shown.Failure;
        }
        catch (Exception problem) when (problem is PasskeyException or InvalidOperationException)
        {
            logger.LogInformation("A passkey did not sign in: {Reason}", problem.Message);
            return null;
        }
    }
}
