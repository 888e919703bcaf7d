using LobbyKit.Web.Accounts;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Account;

/// <summary>The authenticator app's code, after the password. No browser is remembered: each sign-in asks again.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class SecondStepModel(SignInManager<Accounts.Account> signIn) : PageModel
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

        var result = await signIn.TwoFactorAuthenticatorSignInAsync(SecondFactor.Digits(Code), isPersistent: false, rememberClient: false);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.AfterSignIn(ReturnUrl));
        }

        ModelState.AddModelError(
            nameof(Code),
            result.IsLockedOut
                ? "Too many wrong codes. The account is locked for 15 minutes."
                : "This code is not the right one now. Codes change every 30 seconds; take the newest, and check your telephone's clock.");
        return Page();
    }
}
