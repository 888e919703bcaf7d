using System.ComponentModel.DataAnnotations;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Account;

/// <summary>A wrong address, a wrong password and a locked account are answered alike.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class SignInModel(PasswordSignIn passwords, Passkeys passkeys) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter your e-mail address.")]
    public string? Email { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter your password.")]
    [StringLength(200, ErrorMessage = "A password has at most 200 characters.")]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await passwords.TryAsync(Email!.Trim(), Password!);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.AfterSignIn(ReturnUrl));
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Account/SecondStep", new { ReturnUrl });
        }

        ModelState.AddModelError(
            nameof(Email), "This address and this password do not go together. After five wrong tries an account is locked for 15 minutes.");
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.RequestOptionsAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        ModelState.Clear();
        if (await passkeys.SignInAsync(credential ?? ""))
        {
            return LocalRedirect(Url.AfterSignIn(ReturnUrl));
        }

        ModelState.AddModelError("", "This passkey does not open any account here. Sign in with your password.");
        return Page();
    }
}
