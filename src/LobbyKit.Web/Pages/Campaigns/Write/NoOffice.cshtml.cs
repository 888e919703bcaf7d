using System.Globalization;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Forms;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace LobbyKit.Web.Pages.Campaigns.Write;

/// <summary>A country whose government nobody has an address for: the nearest offices, and a way to tell us of one.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class NoOfficeModel(
    CampaignCatalog catalog, ContactDirectory contacts, SuggestionBox suggestions, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Country { get; set; } = "";

    [BindProperty]
    public SuggestionForm Form { get; set; } = new();

    public Campaign Campaign { get; private set; } = null!;

    public IReadOnlyList<Contact> Nearest { get; private set; } = [];

    /// <summary>The first office of each G20 member, by the member's name.</summary>
    public IReadOnlyList<(int Id, string Country)> Members { get; private set; } = [];

    public bool Thanks { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = HttpContext.RequestAborted;
        Country = Country.ToUpperInvariant();
        if (!Countries.IsKnown(Country) || await catalog.FindAsync(Slug, cancellationToken) is not { } campaign)
        {
            context.Result = NotFound();
            return;
        }

        Campaign = campaign;
        Nearest = await contacts.NearestAsync(campaign, Country, cancellationToken);
        var language = CultureInfo.CurrentUICulture.Name;
        Members = [.. (await contacts.MembersAsync(campaign, cancellationToken))
            .Select(c => (c.Id, CountryNames.Of(c.CountryCode, language)))
            .OrderBy(m => m.Item2, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))];
        await next();
    }

    public void OnGet(bool thanks) => Thanks = thanks;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (string.IsNullOrEmpty(Form.Website) && await suggestions.AddAsync(
            Country, TypedText.Line(Form.Office), TypedText.Paragraphs(Form.Address), TypedText.Line(Form.Source),
            RequestLimits.Prefix(HttpContext.Connection.RemoteIpAddress), cancellationToken) == SuggestionOutcome.TooMany)
        {
            ModelState.AddModelError("", texts["Suggest.TooMany"]);
            return Page();
        }

        return RedirectToPage(new { Slug, Country, thanks = true });
    }
}
