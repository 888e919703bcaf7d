using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Account;

[EnableRateLimiting(RequestLimits.Posting)]
public sealed class RecoveryCodeModel(SignInManager<Accounts.Account> signIn) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Account/SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            return RedirectToPage("/Account/SignIn", new { ReturnUrl });
        }

        var code = (Code ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if ((await signIn.TwoFactorRecoveryCodeSignInAsync(code)).Succeeded)
        {
            return LocalRedirect(Url.AfterSignIn(ReturnUrl));
        }

        ModelState.AddModelError(nameof(Code), "This recovery code is wrong or was used before.");
        return Page();
    }
}
