using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Settings;

public sealed class OrganisationsModel(CampaignAccess access, OwnAccount own, CampaignEditing editing) : WorkspacePageModel(access, own)
{
    [BindProperty]
    public OrganisationsForm Form { get; set; } = new();

    public EditConflict? Conflict { get; private set; }

    /// <summary>Said after a button that saved nothing.</summary>
    public string Notice { get; private set; } = "";

    public void OnGet()
    {
        Form = OrganisationsForm.Of(Campaign);
        Form.AddEmptyRows();
    }

    public void OnPostUp(int row)
    {
        ModelState.Clear();
        Form.MoveUp(row);
        Form.AddEmptyRows();
        Notice = "Moved. Not saved yet.";
    }

    public void OnPostMore()
    {
        ModelState.Clear();
        Form.AddEmptyRows();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (Form.Read(ModelState) is not { } organisations)
        {
            return Page();
        }

        var outcome = await editing.SaveOrganisationsAsync(Id, Form.Revision, organisations, await AuthorAsync(), cancellationToken);
        if (outcome == CampaignSaveOutcome.SomebodySaved)
        {
            Campaign = await editing.ReadAsync(Id, cancellationToken);
            var changes = Form.Follow(OrganisationsForm.Of(Campaign));
            if (changes.Count > 0)
            {
                var theirs = string.Join('\n', Campaign.Organisations.OrderBy(o => o.Position).Select(o => $"{o.Name} {o.Url}".Trim()));
                Conflict = new EditConflict(Campaign.EditedBy, Campaign.EditedAt, [new FieldChange("Rows[0].Name", "Organisations", theirs, IsTaken: false)]);
                Form.AddEmptyRows();
                return Page();
            }

            await editing.SaveOrganisationsAsync(Id, Form.Revision, organisations, await AuthorAsync(), cancellationToken);
        }

        TempData["Done"] = "The organisations are saved.";
        return RedirectToPage(new { Id });
    }
}
