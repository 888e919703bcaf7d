using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Admin.Contacts;

public sealed class EditModel(LobbyKitDbContext db, ContactEditing editing, SuggestionInbox suggestions, OwnAccount own)
    : ContactPageModel(db, own), IContactFormPage
{
    [BindProperty(SupportsGet = true)]
    public long? Suggestion { get; set; }

    [BindProperty]
    public ContactForm Form { get; set; } = new();

    /// <summary>Where what was typed differs from what a colleague saved meanwhile; null where nobody did.</summary>
    public IReadOnlyList<(string Label, string Now, string Typed)>? Meanwhile { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var suggestion = Suggestion is { } id ? await suggestions.FindAsync(id, cancellationToken) : null;
        Suggestion = suggestion is not null && suggestion.ContactId == Id ? suggestion.Id : null;
        var values = ContactValues.Of(Contact);
        Form = ContactForm.Of(Suggestion is null ? values : SuggestionInbox.Apply(suggestion!, values), Contact.Revision);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var editor = await EditorAsync();
        var saved = await editing.SaveAsync(Id, Form.Revision, Form.ToValues(Contact.CountryName), Form.Why, editor, cancellationToken);
        if (saved.Outcome == ContactOutcome.ChangedMeanwhile && await ReadAsync(cancellationToken))
        {
            Meanwhile = Form.Differences(Contact);
            Form.Revision = Contact.Revision;
        }

        if (saved.Outcome != ContactOutcome.Done)
        {
            ContactForm.Say(saved.Problems, ModelState);
            return Page();
        }

        if (Suggestion is { } suggestion)
        {
            await suggestions.AcceptAsync(suggestion, editor.Name, cancellationToken);
        }

        TempData["Done"] = saved.AddressWaits
            ? "Saved. The new e-mail address waits for another admin’s approval; until then nothing changes for letters."
            : "Saved.";
        return RedirectToPage("Contact", new { Id });
    }
}
