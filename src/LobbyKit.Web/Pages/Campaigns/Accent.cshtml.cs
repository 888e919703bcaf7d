using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>
/// A campaign's colour as a style sheet: the content policy allows no styles in a page. It makes one of any colour in its address, so that
/// it serves drafts and letters of archived campaigns too, and tells nobody which campaigns there are.
/// </summary>
public sealed class AccentModel : PageModel
{
    public IActionResult OnGet(string? colour)
    {
        // The address has the colour in it, so a changed colour is a new address.
        Response.Headers.CacheControl = "public, max-age=604800";
        return Content(AccentContrast.IsColour($"#{colour}") ? $":root {{ --accent-set: #{colour}; }}\n" : "", "text/css");
    }
}
