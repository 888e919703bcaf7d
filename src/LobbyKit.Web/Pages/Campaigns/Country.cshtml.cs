using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Campaigns;

/// <summary>Understands the typed country, or helps to find it. Asking changes nothing, so it is a GET.</summary>
public sealed class CountryModel(CampaignCatalog catalog, PageLanguages languages) : PageModel
{
    public Campaign Campaign { get; private set; } = null!;

    public CountryChoice Choice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string? q, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(slug, cancellationToken) is not { } campaign)
        {
            return NotFound();
        }

        Campaign = campaign;
        if (string.IsNullOrWhiteSpace(q))
        {
            Choice = new CountryChoice(slug);
            return Page();
        }

        var typed = q.Length > 100 ? q[..100] : q;
        var found = Countries.Find(typed, languages.All);
        if (found is [var only])
        {
            return RedirectToPage("/Campaigns/Write/Index", new { slug, country = only });
        }

        Choice = new CountryChoice(slug, typed, found);
        return Page();
    }
}
