using System.Text;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Addresses;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace LobbyKit.Web.Accounts;

/// <summary>A new password for those who lost theirs, by e-mail.</summary>
public sealed class PasswordResets(
    UserManager<Account> accounts, LobbyKitDbContext db, AccountMails mails, PublicAddress links, DeliverySignal delivery)
{
    /// <summary>How long a link works. Identity's tokens end with the first use: they are made of the security stamp.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(2);

    /// <summary>Sends a link where the address has an account. Nobody is told whether it has.</summary>
    public async Task RequestAsync(string email, CancellationToken cancellationToken)
    {
        if (await accounts.FindByEmailAsync(email) is not { DisabledAt: null } account)
        {
            return;
        }

        var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await accounts.GeneratePasswordResetTokenAsync(account)));
        mails.AddPasswordReset(db, account, links.PasswordReset(account.Id, token));
        await db.SaveChangesAsync(cancellationToken);
        delivery.Wake();
    }

    public async Task<bool> IsOpenAsync(int accountId, string token) =>
        await FindAsync(accountId) is { DisabledAt: null } account
        && await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, Plain(token));

    /// <summary>Sets the password, ends every session of the account, and lifts a lock-out: whoever reads its mail is its owner.</summary>
    public async Task<IdentityResult> SetAsync(int accountId, string token, string password)
    {
        if (await FindAsync(accountId) is not { DisabledAt: null } account)
        {
            return IdentityResult.Failed(accounts.ErrorDescriber.InvalidToken());
        }

        var result = await accounts.ResetPasswordAsync(account, Plain(token), password);
        if (result.Succeeded)
        {
            await accounts.SetLockoutEndDateAsync(account, null);
            await accounts.ResetAccessFailedCountAsync(account);
        }

        return result;
    }

    private Task<Account?> FindAsync(int accountId) => accounts.FindByIdAsync(accountId.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string Plain(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
