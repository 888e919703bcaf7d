using LobbyKit.Web.Accounts;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace LobbyKit.Web.Pages.Organise.Dashboard;

/// <summary>The letters per country and day as a file.</summary>
public sealed class ExportModel(CampaignAccess access, LetterExport export) : DashboardPageModel(access)
{
    public async Task<EmptyResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Response.ContentType = "text/csv; charset=utf-8; header=present";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{Campaign.Slug}-letters.csv" }.ToString();
        // Straight into the answer, so that a long campaign is never in memory as a whole.
        await export.WriteAsync(Response.Body, Id, cancellationToken);
        return new EmptyResult();
    }
}
