using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns.Exchange;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Organise.Import;

/// <summary>Takes a campaign's file and refuses it, or goes on to what is in it.</summary>
[LongestUpload(CampaignZip.MostBytes)]
public sealed class IndexModel(CampaignImport import, OwnAccount own) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<FileProblem> Problems { get; private set; } = [];

    public static string TooLarge => $"The file is too large; it can have {ImageCleaner.Size(CampaignZip.MostBytes)}.";

    public void OnGet(bool tooLarge, bool tooOld)
    {
        if (tooLarge || tooOld)
        {
            ModelState.AddModelError(nameof(Upload), tooLarge ? TooLarge : "There is no file any more: it is kept for an hour, and makes one campaign. Choose it again.");
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null || Upload.Length > CampaignZip.MostBytes)
        {
            ModelState.AddModelError(nameof(Upload), Upload is null ? "Choose a file." : TooLarge);
            return Page();
        }

        var zip = await UploadedFile.ReadAsync(Upload, cancellationToken);
        var check = await import.CheckAsync(zip, (await own.GetAsync(User)).DisplayName, cancellationToken);
        if (check.Campaign is null)
        {
            Problems = check.Problems;
            ModelState.AddModelError(nameof(Upload), "Nothing was imported: the file is not as it should be.");
            return Page();
        }

        await import.KeepAsync(CampaignAccess.AccountId(User), zip, cancellationToken);
        return RedirectToPage("Check");
    }
}
