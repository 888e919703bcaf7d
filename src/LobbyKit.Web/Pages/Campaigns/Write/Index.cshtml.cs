using System.Globalization;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Infrastructure.Security;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace LobbyKit.Web.Pages.Campaigns.Write;

/// <summary>Fill in, check, send. Nothing is stored before "send": the steps hand what was typed to each other in the form.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class IndexModel(
    CampaignCatalog catalog, WritingDesk desk, LetterFormRules rules, LetterSubmission submission, JourneyVisits visits, IStringLocalizer<Texts> texts)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Country { get; set; } = "";

    /// <summary>The office that was chosen; none is the campaign's first choice.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    [BindProperty]
    public LetterForm Form { get; set; } = new();

    public WritingOffer Offer { get; private set; } = null!;

    public WriteStep Step { get; private set; }

    /// <summary>Something to say above the form that is no mistake of the supporter's.</summary>
    public string? Notice { get; private set; }

    public LetterPreview Preview { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = HttpContext.RequestAborted;
        Country = Country.ToUpperInvariant();
        if (!Countries.IsKnown(Country) || await catalog.FindAsync(Slug, cancellationToken) is not { } campaign)
        {
            context.Result = NotFound();
        }
        else if (!desk.IsOpen(campaign))
        {
            context.Result = RedirectToPage("/Campaigns/Appeal", new { Slug, country = "" });
        }
        else if (await desk.OfferAsync(campaign, Country, To, cancellationToken) is not { } offer)
        {
            // An office that is no longer there gives way to the country's own.
            context.Result = To is null ? RedirectToPage("/Campaigns/Write/NoOffice", new { Slug, Country }) : RedirectToPage(new { Slug, Country });
        }
        else
        {
            // What was not understood is as if it had not been said; what is wrong is told by the form's own rules, against this office.
            ModelState.Clear();
            Offer = offer;
            Form.Route = Form.Route is { } route && offer.Routes.Contains(route) ? route : offer.Routes[0];
            Form.Language = offer.Choice(Form.Language).Language;
            await next();
        }
    }

    public void OnGet()
    {
        visits.Count(Offer.Campaign.Id, Country, JourneyStep.FormOpened);
        Show(WriteStep.Fill);
    }

    /// <summary>Back from the check, or into another page language: the form as it was.</summary>
    public void OnPostEdit() => Show(WriteStep.Fill);

    /// <summary>For the live preview: the letter so far, and nothing else of the page.</summary>
    public PartialViewResult OnPostPreview() => Partial("_Preview", MakePreview());

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        if (await IsRightAsync(cancellationToken))
        {
            visits.Count(Offer.Campaign.Id, Country, JourneyStep.LetterChecked);
            Show(WriteStep.Check);
        }
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (!await IsRightAsync(cancellationToken))
        {
            return Page();
        }

        var preview = MakePreview();
        if (!preview.IsOwn && Form.Checked != preview.Letter.Fingerprint)
        {
            // Midnight went by, or the organisers published a better letter: nobody's name goes under what they have not seen.
            Notice = texts["Write.Changed"];
            Show(WriteStep.Check);
            return Page();
        }

        return RedirectToPage("/Letters/Receipt", new { token = await submission.SubmitAsync(Offer, Draft(), preview.Letter, cancellationToken) });
    }

    private async Task<bool> IsRightAsync(CancellationToken cancellationToken)
    {
        if (await rules.CheckAsync(Form, Offer.Campaign.Editing, ModelState, cancellationToken) is not { } mend)
        {
            return true;
        }

        Show(mend);
        return false;
    }

    private void Show(WriteStep step)
    {
        Step = step;
        if (step == WriteStep.Fill)
        {
            rules.GiveTicket(Form);
        }

        Preview = MakePreview();
        if (step == WriteStep.Check)
        {
            Form.Checked = Preview.Letter.Fingerprint;
            Form.Give(Preview.Letter);
        }
    }

    private LetterPreview MakePreview()
    {
        var shown = Draft() is { Name: "" } nameless ? nameless with { Name = texts["Preview.YourName"] } : Draft();
        var letter = Offer.Choice(Form.Language);
        var composed = desk.Compose(Offer, letter, shown);
        return Form.Worded(composed, Offer.Campaign.Editing) is { } own
            ? new LetterPreview(Offer, shown.Route, own, ForReader: null, IsOwn: true)
            : new LetterPreview(Offer, shown.Route, composed, desk.ComposeForReader(Offer, letter, shown), IsOwn: false);
    }

    private LetterDraft Draft() => Form.ToDraft(Country, CultureInfo.CurrentUICulture.Name, rules.IsDoubtful(Form));
}
