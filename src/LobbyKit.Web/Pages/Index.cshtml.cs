using System.Globalization;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Pages.Campaigns;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages;

/// <summary>One open campaign is the front page itself; several are listed.</summary>
public sealed class IndexModel(CampaignCatalog catalog, Appeals appeals, JourneyVisits visits) : PageModel
{
    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];

    public AppealView? Appeal { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Campaigns = await catalog.OpenAsync(cancellationToken);
        if (Campaigns is [var only])
        {
            Appeal = await appeals.ShowAsync(only, CultureInfo.CurrentUICulture.Name, cancellationToken);
            visits.Count(only.Id, "", JourneyStep.AppealSeen);
        }
    }
}
