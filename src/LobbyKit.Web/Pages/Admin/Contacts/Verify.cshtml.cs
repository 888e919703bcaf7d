using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>The work list, one contact at a time; or one contact that was asked for.</summary>
public sealed class VerifyModel(
    LobbyKitDbContext db, ContactsToVerify list, ContactEditing editing, OfficeLetters letters, OwnAccount own) : PageModel
{
    private const int MostSkipped = 200;

    /// <summary>The one contact that is to be verified; null for the work list.</summary>
    [BindProperty(SupportsGet = true, Name = "contact")]
    public int? Single { get; set; }

    /// <summary>Ids of contacts that are left for later.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Skip { get; set; }

    [BindProperty]
    public string? OfficialPage { get; set; }

    [BindProperty]
    public IReadOnlyList<ChannelKind> Seen { get; set; } = [];

    public Contact? Contact { get; private set; }

    public int Total { get; private set; }

    public int Letters { get; private set; }

    public string PageToOpen { get; private set; } = "";

    /// <summary>Whether an admin has verified something on that page before.</summary>
    public bool IsOfficial => Contact?.Channels.Any(c => c.VerifiedPage.Length > 0 && c.VerifiedPage == PageToOpen) == true;

    public int StaleAfterDays => list.StaleAfterDays;

    public IReadOnlyList<int> Skipped =>
        [.. (Skip ?? "").Split(',').Select(s => int.TryParse(s, out var id) ? id : 0).Where(id => id > 0).Distinct().TakeLast(MostSkipped)];

    public string? SeenError => ModelState.TryGetValue("Seen-Email", out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var contact = Single is { } id ? await FindAsync(id, cancellationToken) : await list.NextAsync(Skipped, cancellationToken);
        if (contact is null && Single is not null)
        {
            return NotFound();
        }

        await ShowAsync(contact, cancellationToken);
        OfficialPage = PageToOpen;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int verified, int revision, CancellationToken cancellationToken)
    {
        var page = TypedText.Line(OfficialPage);
        if (Seen.Count == 0)
        {
            ModelState.AddModelError("Seen-Email", "Tick what you saw. If nothing of it is there, leave it for later or edit it.");
        }

        var saved = Seen.Count == 0
            ? ContactSaved.Wrong([])
            : await editing.VerifyAsync(verified, revision, page, [.. Seen], await ContactPageModel.EditorAsync(own, User), cancellationToken);
        foreach (var problem in saved.Problems)
        {
            ModelState.AddModelError(nameof(OfficialPage), problem.Message);
        }

        return await AfterAsync(saved, verified, "Verified", cancellationToken);
    }

    public async Task<IActionResult> OnPostStopAsync(int verified, int revision, CancellationToken cancellationToken) =>
        await AfterAsync(await editing.StopEmailAsync(verified, revision, cancellationToken), verified, "The e-mail address is stopped", cancellationToken);

    private async Task<IActionResult> AfterAsync(ContactSaved saved, int contactId, string done, CancellationToken cancellationToken)
    {
        var contact = await FindAsync(contactId, cancellationToken);
        if (contact is null)
        {
            TempData["Done"] = "Somebody retired that contact meanwhile. Here is the next one.";
            return RedirectToPage(new { Skip });
        }

        if (saved.Outcome == ContactOutcome.Done)
        {
            TempData["Done"] = $"{done}: {contact.Office}.";
            // What was not seen keeps it in the list, but nobody looks twice at the same page in a row.
            return Single is null
                ? RedirectToPage(new { skip = string.Join(',', Skipped.Append(contactId)) })
                : RedirectToPage("Contact", new { id = contactId });
        }

        if (saved.Outcome == ContactOutcome.ChangedMeanwhile)
        {
            ModelState.AddModelError("", "Somebody else changed this contact meanwhile. Nothing was saved: compare again what stands here now.");
            Seen = [];
        }

        await ShowAsync(contact, cancellationToken);
        return Page();
    }

    private Task<Contact?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Contacts.AsNoTracking().Include(c => c.Channels).FirstOrDefaultAsync(c => c.Id == id && c.RetiredAt == null, cancellationToken);

    private async Task ShowAsync(Contact? contact, CancellationToken cancellationToken)
    {
        Contact = contact;
        Total = await list.CountAsync(cancellationToken);
        if (contact is not null)
        {
            Letters = (await letters.CountAsync([contact.Id], cancellationToken)).GetValueOrDefault(contact.Id);
            PageToOpen = contact.Channels.Where(c => c.VerifiedPage.Length > 0).MaxBy(c => c.VerifiedAt)?.VerifiedPage
                ?? (contact.SourceUrl.Length > 0 ? contact.SourceUrl : contact.Channel(ChannelKind.WebForm)?.Address ?? "");
        }
    }
}
