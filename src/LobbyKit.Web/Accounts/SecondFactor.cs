using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Accounts;

/// <summary>An authenticator app as second factor, and the recovery codes for the day the telephone is gone.</summary>
public sealed class SecondFactor(UserManager<Account> accounts, SignInManager<Account> signIn)
{
    public const int RecoveryCodes = 10;

    private const string Issuer = "LobbyKit";

    /// <summary>
    /// Whether this session may change how the account is secured: with a second factor there, only a session that showed one.
    /// Otherwise a stolen password would be enough to replace the factor that should have stopped it.
    /// </summary>
    public async Task<bool> MayChangeAsync(Account account, ClaimsPrincipal person) =>
        SecondFactorProof.IsGivenBy(person) || !(account.TwoFactorEnabled || (await accounts.GetPasskeysAsync(account)).Count > 0);

    /// <returns>The secret in groups of four, as a person types it, and the address that the QR code says.</returns>
    public async Task<(string Key, string Address)> BeginAsync(Account account)
    {
        if (await accounts.GetAuthenticatorKeyAsync(account) is not { Length: > 0 } key)
        {
            // Not ResetAuthenticatorKeyAsync: that changes the security stamp, and looking at a page would end other sessions.
            key = accounts.GenerateNewAuthenticatorKey();
            await accounts.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", key);
        }

        var label = UrlEncoder.Default.Encode($"{Issuer}:{account.Email}");
        return (
            string.Join(' ', key.Chunk(4).Select(part => new string(part))).ToLowerInvariant(),
            $"otpauth://totp/{label}?secret={key}&issuer={Issuer}&digits=6");
    }

    /// <summary>Turns it on where the app shows the right code. This session has then shown its second factor; all others end.</summary>
    /// <returns>The recovery codes, to be shown once; null where the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Account account, string code)
    {
        if (!await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, Digits(code)))
        {
            return null;
        }

        await accounts.SetTwoFactorEnabledAsync(account, true);
        var codes = await NewRecoveryCodesAsync(account);
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, [SecondFactorProof.NewClaim()]);
        return codes;
    }

    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(Account account) =>
        [.. await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];

    public async Task TurnOffAsync(Account account)
    {
        await accounts.SetTwoFactorEnabledAsync(account, false);
        // The old secret stays in an old telephone: the next time begins with a new one.
        await accounts.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
    }

    /// <summary>Apps show the code in two groups, and people type it so.</summary>
    public static string Digits(string? code) => new([.. (code ?? "").Where(char.IsAsciiDigit)]);
}
