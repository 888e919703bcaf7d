using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>One new e-mail address: before and after, and the second admin's word.</summary>
public sealed class ChangeModel(AddressChanges changes, AddressApproval approval, OwnAccount own) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public long Change { get; set; }

    [BindProperty]
    public string? OfficialPage { get; set; }

    [BindProperty]
    public bool Seen { get; set; }

    public AddressChange AddressChange { get; private set; } = null!;

    public bool MayApprove { get; private set; }

    public bool IsOwn => AddressChange.ProposedById == CampaignAccess.AccountId(User);

    /// <summary>The address as mail servers see it: letters of another alphabet can look like these.</summary>
    public string AsciiAddress => ContactChannel.Canonical(AddressChange.After);

    public string? SeenError => ModelState.TryGetValue(nameof(Seen), out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = HttpContext.RequestAborted;
        if (await changes.FindAsync(Change, cancellationToken) is not { } found)
        {
            context.Result = NotFound();
            return;
        }

        AddressChange = found;
        MayApprove = await approval.MayApproveAsync(found, CampaignAccess.AccountId(User), cancellationToken);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellationToken)
    {
        if (!Seen && MayApprove)
        {
            ModelState.AddModelError(nameof(Seen), "Tick that you saw the address on the official page, or refuse it.");
            return Page();
        }

        var saved = await approval.ApproveAsync(Change, TypedText.Line(OfficialPage), await EditorAsync(), cancellationToken);
        foreach (var problem in saved.Problems)
        {
            ModelState.AddModelError(nameof(OfficialPage), problem.Message);
        }

        return saved.Problems.Count > 0 ? Page() : After(saved, "The new address is in use.");
    }

    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellationToken) =>
        After(await approval.RefuseAsync(Change, await EditorAsync(), cancellationToken), "The new address is refused. Nothing changes.");

    private Task<ContactEditor> EditorAsync() => ContactPageModel.EditorAsync(own, User);

    private RedirectToPageResult After(ContactSaved saved, string done)
    {
        TempData["Done"] = saved.Outcome switch
        {
            ContactOutcome.Done => done,
            ContactOutcome.NeedsAnotherAdmin => "You entered this address: another admin has to approve it.",
            ContactOutcome.ChangedMeanwhile => "Somebody else changed this contact in the same moment. Nothing was done: look again.",
            _ => "Somebody else has decided this already.",
        };
        return saved.Outcome == ContactOutcome.Done ? RedirectToPage("Changes", new { change = "" }) : RedirectToPage(new { Change });
    }
}
