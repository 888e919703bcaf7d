using LobbyKit.Web.Accounts;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Account.Profile;

[EnableRateLimiting(RequestLimits.Posting)]
public sealed class IndexModel(UserManager<Accounts.Account> accounts, OwnAccount own) : PageModel
{
    private const int LongestName = 100;
    private const int LongestPassword = 200;

    public Accounts.Account Account { get; private set; } = null!;

    public int Passkeys { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Name = Account.DisplayName;
    }

    public async Task<IActionResult> OnPostNameAsync()
    {
        await LoadAsync();
        var name = TypedText.Line(Name);
        if (name.Length is 0 or > LongestName)
        {
            ModelState.AddModelError(nameof(Name), $"Enter your name, with at most {LongestName} characters.");
            return Page();
        }

        await own.RenameAsync(Account, name);
        return Done("Your name is saved.");
    }

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        await LoadAsync();
        Name = Account.DisplayName;
        if (string.IsNullOrEmpty(NewPassword) || NewPassword.Length > LongestPassword)
        {
            ModelState.AddModelError(nameof(NewPassword), $"Enter a new password, with at most {LongestPassword} characters.");
            return Page();
        }

        var result = await own.ChangePasswordAsync(Account, CurrentPassword ?? "", NewPassword);
        if (result.Succeeded)
        {
            return Done("Your password is changed. Other browsers are signed out.");
        }

        ModelState.AddProblems(result.Errors, nameof(NewPassword));
        return Page();
    }

    private async Task LoadAsync()
    {
        Account = await own.GetAsync(User);
        Passkeys = (await accounts.GetPasskeysAsync(Account)).Count;
    }

    private RedirectToPageResult Done(string sentence)
    {
        TempData["Done"] = sentence;
        return RedirectToPage();
    }
}
