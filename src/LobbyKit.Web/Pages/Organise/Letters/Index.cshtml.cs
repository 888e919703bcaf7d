using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Organise.Letters;

public sealed class IndexModel(CampaignAccess access, LetterEditing editing) : LetterPageModel(access, editing)
{
    private readonly LetterEditing editing = editing;

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Country { get; set; }

    /// <summary>The source language's letters first.</summary>
    public IReadOnlyList<(LetterTemplate Letter, int Problems, LetterSource? Source)> Letters { get; private set; } = [];

    public static IReadOnlyList<(string Code, string Name)> Countries { get; } =
    [
        (Institutions.EuropeanUnion, CountryNames.Of(Institutions.EuropeanUnion, "en")),
        (Institutions.AfricanUnion, CountryNames.Of(Institutions.AfricanUnion, "en")),
        .. Contacts.Countries.In("en"),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var letters = await editing.ListAsync(Campaign.Id, cancellationToken);
        Letters =
        [
            .. letters.Where(l => l.Versions.Count > 0)
                .OrderByDescending(l => l.Language == Campaign.SourceLanguage).ThenBy(LetterText.Name)
                .Select(l => (l, Problems(l.Versions.MaxBy(v => v.Number)!), LetterEditing.Source(Campaign, letters, l))),
        ];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var country = Country ?? "";
        if (SpokenLanguage.Find(Language) is not { } language)
        {
            ModelState.AddModelError(
                nameof(Language), string.IsNullOrWhiteSpace(Language) ? "Choose the letter's language." : $"No language “{Language}” is known. Try its English name.");
        }
        else if (country.Length > 0 && !Contacts.Countries.IsKnown(country))
        {
            ModelState.AddModelError(nameof(Country), "Choose a country from the list.");
        }
        else if (await editing.CreateAsync(Campaign, language, country, await AuthorAsync(cancellationToken), cancellationToken) is { } letter)
        {
            return RedirectToPage("Edit", new { Id, templateId = letter.Id });
        }
        else
        {
            ModelState.AddModelError(nameof(Language), $"There is a {SpokenLanguage.Name(language)} letter for this choice already. Open it in the list.");
        }

        await OnGetAsync(cancellationToken);
        return Page();
    }

    private static int Problems(LetterTemplateVersion version) => LetterProblem.Of(version.Subject, version.Body).Count;
}
