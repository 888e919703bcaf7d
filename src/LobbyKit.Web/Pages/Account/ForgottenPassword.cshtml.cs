using System.ComponentModel.DataAnnotations;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Account;

/// <summary>Known and unknown addresses get the same answer.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class ForgottenPasswordModel(PasswordResets resets) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter your e-mail address.")]
    public string? Email { get; set; }

    public bool IsDone { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            await resets.RequestAsync(Email!.Trim(), cancellationToken);
            IsDone = true;
        }

        return Page();
    }
}
