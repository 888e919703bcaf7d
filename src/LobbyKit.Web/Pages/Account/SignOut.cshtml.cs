using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Account;

/// <summary>By button only: a link or a picture on another site signs nobody out.</summary>
public sealed class SignOutModel(SignInManager<Accounts.Account> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        TempData["Done"] = "You are signed out.";
        return RedirectToPage("/Account/SignIn");
    }
}
