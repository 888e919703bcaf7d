using System.Globalization;
using LobbyKit.Web.Audit;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Admin.Audit;

/// <summary>The entries of the filter as a file, written as they are read.</summary>
public sealed class ExportModel(AuditExport export, TimeProvider clock) : FilterPageModel
{
    public async Task<IActionResult> OnGetAsync(string format, CancellationToken cancellationToken)
    {
        var filter = ReadFilter();
        if (!ModelState.IsValid)
        {
            return RedirectToPage("Index", Narrowing);
        }

        var isCsv = format == "csv";
        Response.ContentType = isCsv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"audit-{clock.GetUtcNow():yyyyMMdd-HHmmss}.{format}\"");
        await (isCsv
            ? export.WriteCsvAsync(filter, Response.Body, cancellationToken)
            : export.WriteJsonLinesAsync(filter, Response.Body, cancellationToken));
        return new EmptyResult();
    }
}
