using LobbyKit.Web.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Settings;

public sealed class TeamModel(CampaignAccess access, OwnAccount own, Teams teams, UserManager<Accounts.Account> accounts) : WorkspacePageModel(access, own)
{
    private readonly OwnAccount own = own;

    [BindProperty]
    public string? Email { get; set; }

    public IReadOnlyList<Accounts.Account> Members { get; private set; } = [];

    public int AccountId => CampaignAccess.AccountId(User);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Members = await teams.MembersAsync(Id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Email))
        {
            ModelState.AddModelError(nameof(Email), "Enter your colleague's e-mail address.");
        }
        else if (await accounts.FindByEmailAsync(Email.Trim()) is not { } colleague)
        {
            ModelState.AddModelError(nameof(Email), "Nobody here has an account with this address. Ask an admin to invite them.");
        }
        else if (await teams.JoinAsync(Id, colleague, await own.GetAsync(User), cancellationToken))
        {
            TempData["Done"] = $"{colleague.DisplayName} is on the team, and was sent an e-mail that says so.";
            return RedirectToPage(new { Id });
        }
        else
        {
            ModelState.AddModelError(nameof(Email), $"{colleague.DisplayName} is on the team already.");
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostLeaveAsync(int accountId, CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (Members.Count < 2)
        {
            ModelState.AddModelError("", "A campaign needs somebody on its team. Put a colleague on it first.");
            return Page();
        }

        await teams.LeaveAsync(Id, accountId, cancellationToken);
        TempData["Done"] = "They are off the team.";
        return accountId == AccountId ? RedirectToPage("/Organise/Index") : RedirectToPage(new { Id });
    }
}
