using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>The check list, and the buttons that take a campaign from state to state.</summary>
public sealed class PublishModel(CampaignAccess access, OwnAccount own, CampaignCheckList checks, CampaignPublishing publishing, TimeProvider clock)
    : WorkspacePageModel(access, own)
{
    /// <summary>The revision that the page showed when its button was pressed.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public IReadOnlyList<CampaignGap> Gaps { get; private set; } = [];

    /// <summary>Letters that wait for their supporter's confirmation.</summary>
    public int Waiting { get; private set; }

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public CampaignState State => Campaign.StateAt(Now);

    public bool IsClosingTimeOver => Campaign.ClosesAt <= Now;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Gaps = State == CampaignState.Archived ? [] : await checks.RunAsync(Id, cancellationToken);
        Waiting = State == CampaignState.Open ? await publishing.WaitingAsync(Id, cancellationToken) : 0;
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken) =>
        After(await publishing.PublishAsync(Id, Revision, await AuthorAsync(), cancellationToken), "Published.");

    public async Task<IActionResult> OnPostCallOffAsync(CancellationToken cancellationToken) =>
        After(await publishing.CallOffAsync(Id, Revision, await AuthorAsync(), cancellationToken), "Called off: it is a draft again.");

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken) =>
        After(await publishing.CloseAsync(Id, Revision, await AuthorAsync(), cancellationToken), "Closed. No more letters are taken; those that were confirmed still go out.");

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken) =>
        After(await publishing.ReopenAsync(Id, Revision, await AuthorAsync(), cancellationToken), "Opened again.");

    public async Task<IActionResult> OnPostArchiveAsync(CancellationToken cancellationToken) =>
        After(await publishing.ArchiveAsync(Id, Revision, await AuthorAsync(), cancellationToken), "Archived. Its pages are no longer public.");

    public async Task<IActionResult> OnPostRestoreAsync(CancellationToken cancellationToken) =>
        After(await publishing.RestoreAsync(Id, Revision, await AuthorAsync(), cancellationToken), "Restored, as a closed campaign.");

    private RedirectToPageResult After(CampaignMoveOutcome outcome, string done)
    {
        TempData[outcome == CampaignMoveOutcome.Moved ? "Done" : "Refused"] = outcome switch
        {
            CampaignMoveOutcome.Moved => done,
            CampaignMoveOutcome.SomebodySaved => "Somebody has changed the campaign since you opened this page. Look at it again, then press the button.",
            CampaignMoveOutcome.HasGaps => "Not published: something below has to be mended first.",
            CampaignMoveOutcome.ClosingTimeOver => "Its closing time is over. Set a later one in the settings first.",
            _ => "The campaign is in another state by now; nothing was done.",
        };
        return RedirectToPage(new { Id });
    }
}
