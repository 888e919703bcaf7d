using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Organise;

public sealed class IndexModel(CampaignAccess access, CampaignCreation creation, OwnAccount own, TimeProvider clock) : PageModel
{
    /// <summary>Every campaign of the person's, those that were made last first.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Campaigns = await access.Campaigns(User).AsNoTracking().Include(c => c.Texts).OrderByDescending(c => c.CreatedAt).ToListAsync(cancellationToken);

    /// <summary>A draft with everything of a campaign but the letters that were sent.</summary>
    public async Task<IActionResult> OnPostCopyAsync(int campaignId, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(User, campaignId, cancellationToken) is null)
        {
            return NotFound();
        }

        var account = await own.GetAsync(User);
        var id = await creation.CloneAsync(campaignId, account.Id, account.DisplayName, cancellationToken);
        TempData["Done"] = "The copy is made, as a draft. Give it its own dates, title and address before you publish it.";
        return RedirectToPage("/Organise/Settings/Index", new { id });
    }
}
