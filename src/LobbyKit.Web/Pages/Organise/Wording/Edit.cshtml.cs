using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Wording;

public sealed class EditModel(CampaignAccess access, OwnAccount own, CampaignEditing editing) : WorkspacePageModel(access, own)
{
    /// <summary>BCP 47 tag.</summary>
    [BindProperty(SupportsGet = true)]
    public string Language { get; set; } = "";

    [BindProperty]
    public TextForm Form { get; set; } = new();

    public EditConflict? Conflict { get; private set; }

    public bool IsSource => Language == Campaign.SourceLanguage;

    /// <summary>What the translation is made from.</summary>
    public CampaignText Source => Campaign.TextFor(Campaign.SourceLanguage);

    public IActionResult OnGet()
    {
        if (Find() is not { } text)
        {
            return NotFound();
        }

        Form = TextForm.Of(text);
        return Page();
    }

    /// <summary>The button for those without JavaScript: saves nothing.</summary>
    public IActionResult OnPostPreview()
    {
        ModelState.Clear();
        return Find() is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Find() is null)
        {
            return NotFound();
        }

        if (Form.Read(ModelState) is not { } words)
        {
            return Page();
        }

        var outcome = await editing.SaveTextAsync(Id, Language, Form.Revision, words, await AuthorAsync(), cancellationToken);
        if (outcome == CampaignSaveOutcome.SomebodySaved)
        {
            Campaign = await editing.ReadAsync(Id, cancellationToken);
            if (Find() is not { } saved)
            {
                return NotFound();
            }

            var changes = Form.Follow(TextForm.Of(saved));
            if (changes.Count > 0)
            {
                Conflict = new EditConflict(saved.EditedBy, saved.EditedAt, changes);
                return Page();
            }

            await editing.SaveTextAsync(Id, Language, Form.Revision, words, await AuthorAsync(), cancellationToken);
        }

        TempData["Done"] = $"The {SpokenLanguage.Name(Language)} texts are saved.";
        return RedirectToPage(new { Id, Language });
    }

    private CampaignText? Find() => Campaign.Texts.FirstOrDefault(t => t.Language == Language);
}
