using System.Globalization;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Pace;
using LobbyKit.Web.Infrastructure.Addresses;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Infrastructure.Security;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace LobbyKit.Web.Pages.Letters;

/// <summary>The private page of one letter.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class ReceiptModel(
    LetterReceipts receipts, LetterOtherWays ways, LetterComposer composer, DeliveryLog log, DeliveryForecasts forecasts, PublicAddress addresses, TimeProvider clock,
    IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public LetterView View { get; private set; } = null!;

    /// <summary>What the office's server said, where the letter is not through.</summary>
    public DeliveryReply? Reply { get; private set; }

    /// <summary>When it goes, where it waits for that.</summary>
    public LetterForecast? Forecast { get; private set; }

    public DateTime Now { get; private set; }

    /// <summary>Whether it is not the office that keeps the letter waiting.</summary>
    public bool WaitsForUs => View.Letter.State == LetterState.Retrying && Reply is { } reply && ReceiptReasons.Key(reply) == ReceiptReasons.Ours;

    /// <summary>Why the campaign's people took it out; null where they did not.</summary>
    public string? DroppedBecause { get; private set; }

    public Contact? NextOffice { get; private set; }

    /// <summary>Where letters to the office go now; null where they go to itself.</summary>
    public Contact? Successor { get; private set; }

    /// <summary>Whether it was ended because its office is gone.</summary>
    public bool IsOfficeGone => View.Letter is { State: LetterState.Withdrawn, ErasedAt: null } && View.Letter.Events.MaxBy(e => e.Id) is { By: LetterActor.Admin };

    /// <summary>How a letter that cannot be delivered by e-mail can still reach the office.</summary>
    public IReadOnlyList<LetterRoute> OtherWays { get; private set; } = [];

    /// <summary>Whether it waits for an address of its office, and could go another way meanwhile.</summary>
    public bool WaitsForAddress => OtherWays.Count > 0 && View.Letter.State is LetterState.Queued or LetterState.Retrying;

    /// <summary>Whether nothing of it went out, so that its supporter may write to the same office again.</summary>
    public bool MayWriteAgain => View.Letter is { State: LetterState.Withdrawn or LetterState.Expired, ErasedAt: null }
        && View.Contact.RetiredAt is null && View.Campaign.IsOpen(Now);

    public string PhoneScript { get; private set; } = "";

    /// <summary>What to pass on to friends.</summary>
    public string ShareText { get; private set; } = "";

    /// <summary>Why the last button did not do what it says.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostReportAsync(CancellationToken cancellationToken) =>
        AfterAsync(receipts.ReportAsync(Token, delivered: true, cancellationToken), "Receipt.CannotReport", cancellationToken);

    public Task<IActionResult> OnPostNotYetAsync(CancellationToken cancellationToken) =>
        AfterAsync(receipts.ReportAsync(Token, delivered: false, cancellationToken), "Receipt.CannotReport", cancellationToken);

    public async Task<IActionResult> OnPostOtherWayAsync(LetterRoute route, CancellationToken cancellationToken)
    {
        if (await ways.TakeAsync(Token, route, cancellationToken) is { } token)
        {
            return RedirectToPage(new { token });
        }

        Problem = texts["Receipt.CannotReport"];
        return await ShowAsync(cancellationToken);
    }

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        AfterAsync(receipts.WithdrawAsync(Token, cancellationToken), "Receipt.CannotWithdraw", cancellationToken);

    public Task<IActionResult> OnPostEraseAsync(CancellationToken cancellationToken) =>
        AfterAsync(receipts.EraseAsync(Token, cancellationToken), "Receipt.CannotErase", cancellationToken);

    private async Task<IActionResult> AfterAsync(Task<bool> action, string problem, CancellationToken cancellationToken)
    {
        if (await action)
        {
            return RedirectToPage(new { Token });
        }

        Problem = texts[problem];
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(Token, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        (View, Now) = (view, clock.GetUtcNow().UtcDateTime);
        var language = CultureInfo.CurrentUICulture.Name;
        OtherWays = await ways.OfAsync(view, cancellationToken);
        NextOffice = await receipts.NextOfficeAsync(view, cancellationToken);
        Successor = await receipts.SuccessorAsync(view, cancellationToken);
        ShareText = $"{view.Campaign.TextFor(language).ShareText} {addresses.Campaign(language, view.Campaign.Slug)}".Trim();
        if (view.Letter.Route == LetterRoute.Server && view.Letter.State is LetterState.Retrying or LetterState.Rejected)
        {
            Reply = await log.LastReplyAsync(view.Letter.Id, cancellationToken);
        }

        if (view.Letter.Route == LetterRoute.Server && view.Letter.State is LetterState.Queued or LetterState.Retrying)
        {
            Forecast = await forecasts.ForAsync(view.Letter, cancellationToken);
        }

        if (view.Letter.State == LetterState.Withdrawn && view.Letter.Events.Any(e => e is { To: LetterState.Withdrawn, By: LetterActor.Admin }))
        {
            DroppedBecause = await log.DroppedBecauseAsync(view.Letter.Id, cancellationToken);
        }

        if (view.Letter.Route == LetterRoute.Phone && view.Content is { } content)
        {
            PhoneScript = composer.PhoneScript(view.Campaign, view.Contact, content, view.Letter, language);
        }

        return Page();
    }
}
