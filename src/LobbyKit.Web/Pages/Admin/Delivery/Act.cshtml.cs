using System.Globalization;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Infrastructure.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LobbyKit.Web.Pages.Admin.Delivery;

/// <summary>Says what would be done with how many e-mails, and does it when the button is pressed.</summary>
public sealed class ActModel(MailActions actions, OwnAccount own) : FilterPageModel
{
    public const int ReasonLength = 500;

    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    /// <summary>Those that were chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public List<string> Chosen { get; set; } = [];

    /// <summary>All that the filter finds.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public MailAction Action { get; private set; }

    public MailActionResult Count { get; private set; } = new(0, 0);

    public bool NeedsReason => Action == MailAction.Drop;

    /// <summary>Where one came from, or the list that they were chosen on.</summary>
    public string Back => Ids is [var id] ? Url.Page("Mail", new { mail = id })! : Url.Page("Mails", Narrowing)!;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Enum.TryParse<MailAction>(What, ignoreCase: true, out var action) && Enum.IsDefined(action))
        {
            Action = action;
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (IsMeant)
        {
            Count = await actions.CountAsync(Selection, Action, cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var reason = TypedText.Line(Reason);
        if (NeedsReason && reason.Length is 0 or > ReasonLength)
        {
            ModelState.AddModelError(nameof(Reason), reason.Length == 0 ? "Say why: the supporters read it on their receipts." : $"Use at most {ReasonLength} characters.");
        }

        if (!IsMeant || !ModelState.IsValid)
        {
            await OnGetAsync(cancellationToken);
            return Page();
        }

        var result = await actions.ApplyAsync(Selection, Action, await LanePageModel.ByAsync(own, User), NeedsReason ? reason : "", cancellationToken);
        TempData["Done"] = Said(result);
        return Redirect(Back);
    }

    private List<long> Ids => [.. Chosen.Select(c => long.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).Distinct().Take(MailSearch.PageSize)];

    /// <summary>Nothing chosen is nothing, not everything.</summary>
    private bool IsMeant => All || Ids.Count > 0;

    private MailSelection Selection => new(Ids, Filter);

    private string Said(MailActionResult result)
    {
        var left = result.Found - result.Done;
        var done = $"{DeliveryText.Count(result.Done)} {(result.Done == 1 ? "is" : "are")} {DeliveryText.Done(Action)}.";
        return left == 0 ? done
            : result.Done == MailActions.Most(Action) ? $"{done} {DeliveryText.Number(left)} are left: press again for the next."
            : $"{done} {DeliveryText.Count(left)} {(left == 1 ? "was" : "were")} not: only what is {DeliveryText.Condition(Action)} can be.";
    }
}
