using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>Asks once more before a draft is deleted.</summary>
public sealed class DeleteModel(CampaignAccess access, OwnAccount own, DraftDeletion drafts) : WorkspacePageModel(access, own)
{
    /// <summary>The revision that the page showed when its button was pressed.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public bool IsPossible { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => IsPossible = await drafts.IsPossibleAsync(Campaign, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await drafts.DeleteAsync(Id, Revision, cancellationToken);
        if (outcome == CampaignMoveOutcome.Moved)
        {
            TempData["Done"] = $"Deleted: {Campaign.TextFor(Campaign.SourceLanguage).Title}.";
            return RedirectToPage("/Organise/Index");
        }

        TempData["Refused"] = outcome == CampaignMoveOutcome.SomebodySaved
            ? "Somebody has changed the campaign since you opened this page. Look at it again, then press the button."
            : "Only a draft that was never open, and has no letters, can be deleted.";
        return RedirectToPage(new { Id });
    }
}
