using System.ComponentModel.DataAnnotations;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Account;

/// <summary>Reached from an e-mail; opening it changes nothing.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class NewPasswordModel(PasswordResets resets) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter a new password.")]
    [StringLength(200, ErrorMessage = "A password has at most 200 characters.")]
    public string? Password { get; set; }

    public bool IsOpen { get; private set; }

    public async Task OnGetAsync(int id, string token) => IsOpen = await resets.IsOpenAsync(id, token);

    public async Task<IActionResult> OnPostAsync(int id, string token)
    {
        IsOpen = await resets.IsOpenAsync(id, token);
        if (!IsOpen || !ModelState.IsValid)
        {
            return Page();
        }

        var result = await resets.SetAsync(id, token, Password!);
        if (result.Succeeded)
        {
            TempData["Done"] = "Your new password is set. Sign in with it.";
            return RedirectToPage("/Account/SignIn");
        }

        IsOpen = result.Errors.All(e => e.Code != nameof(IdentityErrorDescriber.InvalidToken));
        ModelState.AddProblems(result.Errors, nameof(Password));
        return Page();
    }
}
