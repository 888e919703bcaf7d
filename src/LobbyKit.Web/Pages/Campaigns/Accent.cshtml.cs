using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>
/// A campaign's colour as a style sheet: the content policy allows no styles in a page. It takes any colour from its address, so that it
/// serves drafts and letters of archived campaigns too, and tells nobody which campaigns there are.
/// </summary>
public sealed class AccentModel(CampaignCatalog catalog) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, string? colour, CancellationToken cancellationToken)
    {
        var accent = AccentContrast.IsColour($"#{colour}") ? $"#{colour}" : (await catalog.FindAsync(slug, cancellationToken))?.Accent;
        if (!AccentContrast.IsColour(accent))
        {
            return NotFound();
        }

        // The address has the colour in it, so a changed colour is a new address.
        Response.Headers.CacheControl = "public, max-age=604800";
        return Content($":root {{ --accent-set: {accent}; }}\n", "text/css");
    }
}
