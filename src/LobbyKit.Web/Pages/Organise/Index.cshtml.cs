using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Organise;

public sealed class IndexModel(CampaignAccess access) : PageModel
{
    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Campaigns = await access.Campaigns(User).AsNoTracking().Include(c => c.Texts).OrderByDescending(c => c.CreatedAt).ToListAsync(cancellationToken);
}
