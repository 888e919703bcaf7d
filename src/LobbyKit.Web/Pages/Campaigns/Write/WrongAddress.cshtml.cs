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

/// <summary>An office whose address is wrong: a way to tell us, with where it was seen.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class WrongAddressModel(
    CampaignCatalog catalog, ContactDirectory contacts, SuggestionBox suggestions, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public WrongAddressForm Form { get; set; } = new();

    public Campaign Campaign { get; private set; } = null!;

    public Contact Contact { get; private set; } = null!;

    public bool Thanks { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = HttpContext.RequestAborted;
        if (await catalog.FindAsync(Slug, cancellationToken) is not { } campaign || await contacts.FindAsync(Id, cancellationToken) is not { } contact)
        {
            context.Result = NotFound();
            return;
        }

        (Campaign, Contact) = (campaign, contact);
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
            Contact, TypedText.Paragraphs(Form.Address), TypedText.Line(Form.Source),
            RequestLimits.Prefix(HttpContext.Connection.RemoteIpAddress), cancellationToken) == SuggestionOutcome.TooMany)
        {
            ModelState.AddModelError("", texts["Suggest.TooMany"]);
            return Page();
        }

        return RedirectToPage(new { Slug, Id, thanks = true });
    }
}
