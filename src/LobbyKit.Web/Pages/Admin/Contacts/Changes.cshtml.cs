using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Contacts;

public sealed class ChangesModel(AddressChanges changes, ActiveAdmins admins) : PageModel
{
    public IReadOnlyList<AddressChange> Waiting { get; private set; } = [];

    public IReadOnlyList<AddressChange> Decided { get; private set; } = [];

    public int Total { get; private set; }

    public bool IsOnlyAdmin { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await changes.WaitingAsync(cancellationToken);
        Total = await changes.CountWaitingAsync(cancellationToken);
        Decided = await changes.DecidedAsync(cancellationToken);
        IsOnlyAdmin = await admins.IsOnlyAsync(CampaignAccess.AccountId(User), cancellationToken);
    }
}
