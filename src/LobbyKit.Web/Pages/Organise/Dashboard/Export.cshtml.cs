using LobbyKit.Web.Accounts;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace LobbyKit.Web.Pages.Organise.Dashboard;

/// <summary>The letters per country and day as a file.</summary>
public sealed class ExportModel(CampaignAccess access, LetterExport export) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await access.FindAsync(User, id, cancellationToken) is not { } campaign)
        {
            return NotFound();
        }

        Response.ContentType = "text/csv; charset=utf-8; header=present";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{campaign.Slug}-letters.csv" }.ToString();
        // Straight into the answer, so that a long campaign is never in memory as a whole.
        await export.WriteAsync(Response.Body, id, cancellationToken);
        return new EmptyResult();
    }
}
