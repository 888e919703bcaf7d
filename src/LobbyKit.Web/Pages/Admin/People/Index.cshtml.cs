using LobbyKit.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.People;

public sealed class IndexModel(Accounts.People people, Invitations invitations, Teams teams) : PageModel
{
    public IReadOnlyList<Person> Everybody { get; private set; } = [];

    public IReadOnlyList<OneTimeLink> Invitations { get; private set; } = [];

    public IReadOnlyDictionary<int, string> Titles { get; private set; } = new Dictionary<int, string>();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Everybody = await people.ListAsync(cancellationToken);
        Invitations = await invitations.OpenAsync(cancellationToken);
        Titles = await teams.CampaignTitlesAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRevokeAsync(int id, CancellationToken cancellationToken)
    {
        await invitations.RevokeAsync(id, cancellationToken);
        TempData["Done"] = "The invitation is taken back; its link no longer works.";
        return RedirectToPage();
    }
}
