using System.ComponentModel.DataAnnotations;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Account;

/// <summary>Makes the first admin, from the link that is printed at start.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class SetUpModel(OneTimeLinks links, NewAccounts accounts, SignInManager<Accounts.Account> signIn) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter your name.")]
    [StringLength(100, ErrorMessage = "A name has at most 100 characters.")]
    public string? Name { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter your e-mail address.")]
    public string? Email { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter a password.")]
    [StringLength(200, ErrorMessage = "A password has at most 200 characters.")]
    public string? Password { get; set; }

    public bool IsOpen { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellationToken) =>
        IsOpen = await links.FindAsync(OneTimeLinkPurpose.SetUp, token, cancellationToken) is not null;

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        await OnGetAsync(token, cancellationToken);
        var email = "";
        if (IsOpen && ModelState.IsValid && !MailAddressText.TryNormalise(Email!, out email))
        {
            ModelState.AddModelError(nameof(Email), "Enter an e-mail address such as name@example.org.");
        }

        if (!IsOpen || !ModelState.IsValid)
        {
            return Page();
        }

        var result = await accounts.SetUpAsync(token, TypedText.Line(Name), email, Password!, cancellationToken);
        if (result.Account is null)
        {
            IsOpen = result.Problems.Count > 0;
            ModelState.AddProblems(result.Problems, nameof(Password));
            return Page();
        }

        await signIn.SignInAsync(result.Account, isPersistent: false);
        return RedirectToPage("/Organise/Index");
    }
}
