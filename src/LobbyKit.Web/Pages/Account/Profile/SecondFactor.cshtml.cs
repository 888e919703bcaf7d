using LobbyKit.Web.Accounts;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Pages.Account.Profile;

/// <summary>The authenticator app: set up, recovery codes, off. An admin without a second factor is led here.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class SecondFactorModel(
    OwnAccount own, SecondFactor factor, UserManager<Accounts.Account> accounts, IOptions<AccountOptions> options) : PageModel
{
    public Accounts.Account Account { get; private set; } = null!;

    public bool MayChange { get; private set; }

    public bool IsRequired => options.Value.RequireTwoFactorForAdmins == true && User.IsInRole(AccountRoles.Admin);

    public string Key { get; private set; } = "";

    public string QrSvg { get; private set; } = "";

    public int CodesLeft { get; private set; }

    /// <summary>New ones, shown in this answer and never again; null at all other times.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostOnAsync()
    {
        await LoadAsync();
        if (!MayChange || Account.TwoFactorEnabled)
        {
            return Page();
        }

        RecoveryCodes = await factor.TurnOnAsync(Account, Code ?? "");
        if (RecoveryCodes is null)
        {
            ModelState.AddModelError(nameof(Code), "This code is not the right one now. Codes change every 30 seconds; take the newest, and check your telephone's clock.");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        await LoadAsync();
        RecoveryCodes = MayChange && Account.TwoFactorEnabled ? await factor.NewRecoveryCodesAsync(Account) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        await LoadAsync();
        if (MayChange)
        {
            await factor.TurnOffAsync(Account);
        }

        return RedirectToPage();
    }

    private async Task LoadAsync()
    {
        Account = await own.GetAsync(User);
        MayChange = await factor.MayChangeAsync(Account, User);
        CodesLeft = await accounts.CountRecoveryCodesAsync(Account);
        if (MayChange && !Account.TwoFactorEnabled)
        {
            (Key, var address) = await factor.BeginAsync(Account);
            QrSvg = QrCode.Svg(address, "QR code for the authenticator app");
        }
    }
}
