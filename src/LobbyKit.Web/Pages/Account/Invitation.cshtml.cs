using System.ComponentModel.DataAnnotations;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Account;

/// <summary>Reached from an e-mail; opening it uses nothing up.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class InvitationModel(OneTimeLinks links, NewAccounts accounts, SignInManager<Accounts.Account> signIn) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "Enter your name.")]
    [StringLength(100, ErrorMessage = "A name has at most 100 characters.")]
    public string? Name { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter a password.")]
    [StringLength(200, ErrorMessage = "A password has at most 200 characters.")]
    public string? Password { get; set; }

    /// <summary>Null where the link no longer works.</summary>
    public OneTimeLink? Invitation { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellationToken) =>
        Invitation = await links.FindAsync(OneTimeLinkPurpose.Invitation, token, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        await OnGetAsync(token, cancellationToken);
        if (Invitation is null || !ModelState.IsValid)
        {
            return Page();
        }

        var result = await accounts.AcceptAsync(token, TypedText.Line(Name), Password!, cancellationToken);
        if (result.Account is null)
        {
            Invitation = result.Problems.Count > 0 ? Invitation : null;
            ModelState.AddProblems(result.Problems, nameof(Password));
            return Page();
        }

        await signIn.SignInAsync(result.Account, isPersistent: false);
        return RedirectToPage("/Organise/Index");
    }
}
