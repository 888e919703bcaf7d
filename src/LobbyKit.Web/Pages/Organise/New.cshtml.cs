using System.Globalization;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>Asks for the little that a campaign cannot begin without; the rest has defaults.</summary>
public sealed class NewModel(CampaignCreation creation, OwnAccount own) : PageModel
{
    [BindProperty]
    public NewForm Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var asked = Form.Read(ModelState);
        if (asked?.Slug is { } slug && !await creation.IsSlugFreeAsync(slug, cancellationToken))
        {
            ModelState.AddModelError("Form.Slug", $"Another campaign has the address “{slug}”.");
        }

        if (asked is null || !ModelState.IsValid)
        {
            return Page();
        }

        var account = await own.GetAsync(User);
        var id = await creation.CreateAsync(asked, account.Id, account.DisplayName, cancellationToken);
        TempData["Done"] = $"The campaign “{asked.Title}” is made, as a draft. Look at its settings, then write its texts and letters.";
        return RedirectToPage("/Organise/Settings/Index", new { id = id.ToString(CultureInfo.InvariantCulture) });
    }
}
