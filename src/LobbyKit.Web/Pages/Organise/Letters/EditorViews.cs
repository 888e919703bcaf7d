using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>Puts together what the editor shows of the text in its form, saved or not.</summary>
public sealed class EditorViews(LetterEditing editing, LetterProofs proofs, ContactDirectory contacts, TimeProvider clock)
{
    public async Task<EditorView> ShowAsync(Campaign campaign, LetterTemplate letter, EditForm form, CancellationToken cancellationToken)
    {
        var edit = form.ToEdit("");
        LetterProof? proof = null;
        if (await proofs.OfficeAsync(campaign, form.Country!, form.Office, cancellationToken) is { } office)
        {
            var unsaved = new PublishedLetter(0, letter.Language, letter.CountryCode, edit.Subject, edit.Body);
            proof = await proofs.ShowAsync(campaign, office, form.Country!, unsaved, form.ToSample(), cancellationToken);
        }

        return new EditorView(
            await editing.SourceAsync(campaign, letter, cancellationToken),
            await contacts.AllOfficesAsync(campaign, cancellationToken),
            LetterProblem.Of(edit.Subject, edit.Body),
            proof,
            clock.GetUtcNow().UtcDateTime);
    }
}
