using System.Globalization;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Campaigns;

public sealed class AppealModel(CampaignCatalog catalog, Appeals appeals, JourneyVisits visits) : PageModel
{
    public AppealView Appeal { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(slug, cancellationToken) is not { } campaign)
        {
            return NotFound();
        }

        Appeal = await appeals.ShowAsync(campaign, CultureInfo.CurrentUICulture.Name, cancellationToken);
        if (Appeal.IsOpen)
        {
            visits.Count(campaign.Id, "", JourneyStep.AppealSeen);
        }

        return Page();
    }
}
