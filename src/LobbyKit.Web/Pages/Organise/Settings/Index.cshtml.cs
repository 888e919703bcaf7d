using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Settings;

/// <summary>Event, times, offices, channels and look of a campaign.</summary>
public sealed class IndexModel(CampaignAccess access, OwnAccount own, CampaignEditing editing) : WorkspacePageModel(access, own)
{
    [BindProperty]
    public SettingsForm Form { get; set; } = new();

    public EditConflict? Conflict { get; private set; }

    public IReadOnlyList<AccentContrast> Contrasts => AccentContrast.IsColour(Form.Accent?.Trim()) ? AccentContrast.Of(Form.Accent!.Trim()) : [];

    public void OnGet() => Form = SettingsForm.Of(Campaign);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Form.Read(Campaign, ModelState) is not { } settings)
        {
            return Page();
        }

        var outcome = await editing.SaveSettingsAsync(Id, Form.Revision, settings, await AuthorAsync(), cancellationToken);
        if (outcome == CampaignSaveOutcome.SomebodySaved)
        {
            Campaign = await editing.ReadAsync(Id, cancellationToken);
            var changes = Form.Follow(SettingsForm.Of(Campaign));
            if (changes.Count > 0)
            {
                Conflict = new EditConflict(Campaign.EditedBy, Campaign.EditedAt, changes);
                return Page();
            }

            // What was saved meanwhile was nothing of this page.
            outcome = await editing.SaveSettingsAsync(Id, Form.Revision, settings, await AuthorAsync(), cancellationToken);
        }

        if (outcome != CampaignSaveOutcome.Saved)
        {
            ModelState.AddModelError(
                outcome == CampaignSaveOutcome.SlugTaken ? "Form.Slug" : "", outcome == CampaignSaveOutcome.SlugTaken ? $"Another campaign has the address “{settings.Slug}”." : "Somebody saved in the same moment. Press Save again.");
            return Page();
        }

        TempData["Done"] = "The settings are saved.";
        return RedirectToPage(new { Id });
    }
}
