using LobbyKit.Templates;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Contacts;

public sealed class NewModel(ContactEditing editing, SuggestionInbox suggestions, OwnAccount own) : PageModel, IContactFormPage
{
    [BindProperty(SupportsGet = true)]
    public long? Suggestion { get; set; }

    [BindProperty]
    public ContactForm Form { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var values = new ContactValues
        {
            Role = SnakeCase.Of(ContactRole.HeadOfGovernment),
            G20Status = SnakeCase.Of(G20Status.NonMember),
            Confidence = SnakeCase.Of(Confidence.Medium),
        };
        var suggestion = Suggestion is { } id ? await suggestions.FindAsync(id, cancellationToken) : null;
        Suggestion = suggestion?.Id;
        Form = ContactForm.Of(suggestion is null ? values : SuggestionInbox.Apply(suggestion, values), revision: 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var editor = await ContactPageModel.EditorAsync(own, User);
        var saved = await editing.CreateAsync(Form.ToValues(), Form.Why, editor, cancellationToken);
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
            ? "The contact is added. Its e-mail address waits for another admin’s approval."
            : "The contact is added.";
        return RedirectToPage("Contact", new { id = saved.ContactId });
    }
}
