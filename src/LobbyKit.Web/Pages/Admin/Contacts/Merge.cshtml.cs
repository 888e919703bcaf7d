using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>Finds the duplicate, shows both side by side, makes one of them.</summary>
public sealed class MergeModel(LobbyKitDbContext db, ContactSearch search, ContactLeaving leaving, OwnAccount own) : ContactPageModel(db, own)
{
    private readonly LobbyKitDbContext db = db;

    [BindProperty(SupportsGet = true)]
    public int? With { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Contact? Duplicate { get; private set; }

    public IReadOnlyList<Contact> Candidates { get; private set; } = [];

    public IReadOnlyList<(string Label, string Stays, string Other)> Compared { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (With is { } id)
        {
            Duplicate = await db.Contacts.AsNoTracking().Include(c => c.Channels).FirstOrDefaultAsync(
                c => c.Id == id && c.Id != Id && c.RetiredAt == null && c.CountryCode == Contact.CountryCode, cancellationToken);
            if (Duplicate is null || Contact.RetiredAt is not null)
            {
                return NotFound();
            }

            Compared = ContactForm.Of(ContactValues.Of(Contact), 0).Beside(ContactForm.Of(ContactValues.Of(Duplicate), 0));
            return Page();
        }

        var query = new ContactQuery { CountryCode = Contact.CountryCode, Text = TypedText.Line(Q) };
        Candidates = [.. (await search.FindAsync(query, cancellationToken)).Contacts.Where(c => c.Id != Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int revision, CancellationToken cancellationToken)
    {
        var saved = await leaving.MergeAsync(Id, revision, With ?? 0, await EditorAsync(), cancellationToken);
        if (saved.Outcome == ContactOutcome.Done)
        {
            TempData["Done"] = saved.AddressWaits
                ? "The two are one. The duplicate’s e-mail address waits for another admin’s approval."
                : "The two are one.";
            return RedirectToPage("Contact", new { Id });
        }

        ModelState.AddModelError("", "Somebody else changed one of the two meanwhile. Nothing was done: look again.");
        await ReadAsync(cancellationToken);
        return await OnGetAsync(cancellationToken);
    }
}
