using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>Every new e-mail address that waits, before and after; several can be approved at once.</summary>
public sealed class ChangesModel(AddressChanges changes, AddressApproval approval, ActiveAdmins admins, OwnAccount own) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tick { get; set; }

    public IReadOnlyList<AddressChange> Waiting { get; private set; } = [];

    public IReadOnlyList<AddressChange> Decided { get; private set; } = [];

    public int Total { get; private set; }

    public bool IsOnlyAdmin { get; private set; }

    public bool TickAll => Tick == "all";

    /// <summary>How many of those shown the admin can approve here.</summary>
    public int Tickable => Waiting.Count(c => MayApprove(c) && c.Contact.SourceUrl.Length > 0);

    public bool MayApprove(AddressChange change) => IsOnlyAdmin || change.ProposedById != CampaignAccess.AccountId(User);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await changes.WaitingAsync(cancellationToken);
        Total = await changes.CountWaitingAsync(cancellationToken);
        Decided = await changes.DecidedAsync(cancellationToken);
        IsOnlyAdmin = await admins.IsOnlyAsync(CampaignAccess.AccountId(User), cancellationToken);
    }

    /// <param name="seen">By change, the contact's revision as it was shown.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "seen")] Dictionary<long, int> seen, CancellationToken cancellationToken)
    {
        var done = await approval.ApproveAsync(seen, await ContactPageModel.EditorAsync(own, User), cancellationToken);
        TempData["Done"] = done.Approved switch
        {
            0 when seen.Count == 0 => "Nothing was ticked, so nothing was approved.",
            0 => "Nothing was approved.",
            _ => $"{ContactWords.Count(done.Approved, "new address is", "new addresses are")} in use.",
        };
        if (done.LeftOut.Count > 0)
        {
            TempData["LeftOut"] = string.Join('\n', done.LeftOut.Select(l => $"{l.Office ?? "An office"}: {Why(l.Why)}"));
        }

        return RedirectToPage(new { tick = "" });
    }

    private static string Why(ContactOutcome outcome) => outcome switch
    {
        ContactOutcome.NeedsAnotherAdmin => "you entered its address, and another admin has to approve it.",
        ContactOutcome.ChangedMeanwhile => "somebody changed the contact after this page was shown. Look again.",
        ContactOutcome.Gone => "its address was decided by somebody else meanwhile.",
        _ => "its official page is no web address. Look at it by itself.",
    };
}
