using System.Globalization;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts.Importing;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Contacts.Import;

/// <summary>Takes a file, and shows what became of earlier ones.</summary>
[UploadLimit(ContactImports.LargestFile, "/Admin/Contacts/Import/Index")]
public sealed class IndexModel(ContactImports imports, OwnAccount own, TimeProvider clock) : PageModel
{
    public const int MostMegabytes = ContactImports.LargestFile / (1024 * 1024);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>As browsers write a day.</summary>
    [BindProperty]
    public string? AsOf { get; set; }

    public IReadOnlyList<ContactImport> Recent { get; private set; } = [];

    public string? UploadError => ModelState.TryGetValue(nameof(Upload), out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task OnGetAsync(bool tooLarge, CancellationToken cancellationToken)
    {
        AsOf = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (tooLarge)
        {
            ModelState.AddModelError(nameof(Upload), $"The file is too large, and was not read: {MostMegabytes} MB fit. Divide it into several.");
        }

        Recent = await imports.RecentAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var hasDay = DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf);
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), "Choose a file.");
        }

        if (!hasDay || asOf > Today)
        {
            ModelState.AddModelError(nameof(AsOf), hasDay ? "This day is still to come." : "Enter the day as 2026-01-31.");
        }

        if (ModelState.IsValid && Upload!.Length <= ContactImports.LargestFile)
        {
            try
            {
                var import = await imports.UploadAsync(
                    TypedText.Line(Path.GetFileName(Upload.FileName)), await ReadAsync(Upload, cancellationToken), asOf,
                    await ContactPageModel.EditorAsync(own, User), claim: null, columns: null, cancellationToken);
                return RedirectToPage("Columns", new { import = import.Id });
            }
            catch (BrokenListException problem)
            {
                ModelState.AddModelError(nameof(Upload), problem.Message);
            }
        }
        else if (ModelState.IsValid)
        {
            return RedirectToPage(new { tooLarge = true });
        }

        Recent = await imports.RecentAsync(cancellationToken);
        return Page();
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }
}
