using LobbyKit.Web.Contacts.Importing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace LobbyKit.Web.Pages.Admin.Contacts;

public sealed class ExportModel(ContactExport export, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"contacts-{clock.GetUtcNow():yyyy-MM-dd}.csv" }.ToString();
        Response.Headers.CacheControl = "no-store";
        await export.WriteAsync(Response.Body, cancellationToken);
        return new EmptyResult();
    }
}
