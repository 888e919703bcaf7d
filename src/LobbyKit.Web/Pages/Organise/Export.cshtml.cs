using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>The campaign as one file.</summary>
public sealed class ExportModel(CampaignAccess access, CampaignExport export) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(User, id, cancellationToken) is not { } campaign)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(await export.ZipAsync(campaign.Id, cancellationToken), "application/zip", $"{campaign.Slug}.zip");
    }

    // Whoever is not on the team learns nothing, however they ask.
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken) =>
        await access.FindAsync(User, id, cancellationToken) is null ? NotFound() : StatusCode(StatusCodes.Status405MethodNotAllowed);
}
