using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Wording;

/// <summary>The languages that a campaign's texts are in.</summary>
public sealed class IndexModel(CampaignAccess access, OwnAccount own, CampaignEditing editing, PageLanguages pages) : WorkspacePageModel(access, own)
{
    [BindProperty]
    public string? Language { get; set; }

    /// <summary>The languages that the pages themselves are in.</summary>
    public IReadOnlyList<string> PageLanguages => pages.All;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (SpokenLanguage.Find(Language) is not { } language)
        {
            ModelState.AddModelError(
                nameof(Language), string.IsNullOrWhiteSpace(Language) ? "Choose the language." : $"No language “{Language}” is known. Try its English name.");
        }
        else if (await editing.AddLanguageAsync(Id, language, await AuthorAsync(), cancellationToken))
        {
            TempData["Done"] = $"Begun with the {SpokenLanguage.Name(Campaign.SourceLanguage)} texts. Translate them here.";
            return RedirectToPage("/Organise/Wording/Edit", new { Id, language });
        }
        else
        {
            ModelState.AddModelError(nameof(Language), $"There are {SpokenLanguage.Name(language)} texts already. Open them in the list.");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string language, CancellationToken cancellationToken)
    {
        TempData["Done"] = await editing.RemoveLanguageAsync(Id, language, cancellationToken)
            ? $"The {SpokenLanguage.Name(language)} texts are removed."
            : "Nothing was removed.";
        return RedirectToPage(new { Id });
    }
}
