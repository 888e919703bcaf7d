using LobbyKit.Web.Accounts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Admin.People;

[EnableRateLimiting(RequestLimits.Posting)]
public sealed class InviteModel(Invitations invitations, OwnAccount own, Teams teams) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string Role { get; set; } = AccountRoles.Organiser;

    [BindProperty]
    public int? CampaignId { get; set; }

    public IReadOnlyDictionary<int, string> Titles { get; private set; } = new Dictionary<int, string>();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Titles = await teams.CampaignTitlesAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        if (!MailAddressText.TryNormalise(Email ?? "", out var email))
        {
            ModelState.AddModelError(nameof(Email), "Enter an e-mail address such as name@example.org.");
        }

        if (Role is not (AccountRoles.Organiser or AccountRoles.Admin))
        {
            ModelState.AddModelError("role-organiser", "Choose a role.");
        }

        if (CampaignId is { } id && !Titles.ContainsKey(id))
        {
            ModelState.AddModelError(nameof(CampaignId), "Choose a campaign from the list.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        TempData["Done"] = await invitations.InviteAsync(await own.GetAsync(User), email, Role, CampaignId, cancellationToken) switch
        {
            InvitationOutcome.Invited => $"An invitation is on its way to {email}.",
            InvitationOutcome.AddedToTeam => $"{email} has an account already and is now on the team.",
            _ => $"{email} has an account already. Nothing was changed.",
        };
        return RedirectToPage("/Admin/People/Index");
    }
}
