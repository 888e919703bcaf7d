using LobbyKit.Web.Accounts;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Account.Profile;

[EnableRateLimiting(RequestLimits.Posting)]
public sealed class PasskeysModel(OwnAccount own, Passkeys passkeys, SecondFactor factor) : PageModel
{
    private const int LongestName = 100;

    public IList<UserPasskeyInfo> Keys { get; private set; } = [];

    public bool MayChange { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    private Accounts.Account Account { get; set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        await LoadAsync();
        return MayChange ? Content(await passkeys.CreationOptionsAsync(Account), "application/json") : Forbid();
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential)
    {
        await LoadAsync();
        var name = TypedText.Line(Name);
        if (MayChange && await passkeys.AddAsync(Account, credential ?? "", name.Length > LongestName ? name[..LongestName] : name))
        {
            return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : RedirectToPage();
        }

        ModelState.AddModelError("", $"The passkey could not be added. An account has at most {Accounts.Passkeys.Most}.");
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? credentialId)
    {
        await LoadAsync();
        if (MayChange)
        {
            await passkeys.RemoveAsync(Account, credentialId ?? "");
        }

        return RedirectToPage();
    }

    private async Task LoadAsync()
    {
        Account = await own.GetAsync(User);
        MayChange = await factor.MayChangeAsync(Account, User);
        Keys = await passkeys.ListAsync(Account);
    }
}
