using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>The campaign's colour as a style sheet: the content policy allows no styles in a page.</summary>
public sealed class AccentModel(CampaignCatalog catalog) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(slug, cancellationToken) is not { } campaign)
        {
            return NotFound();
        }

        // The address has the colour in it, so a changed colour is a new address.
        Response.Headers.CacheControl = "public, max-age=604800";
        return Content($":root {{ --accent-set: {campaign.Accent}; }}\n", "text/css");
    }
}
