using LobbyKit.Web.Accounts;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Delivery.Lanes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace LobbyKit.Web.Pages.Admin.Delivery;

/// <summary>What waits by contact, by domain or by campaign, each with its own switch.</summary>
public sealed class LanesModel(LaneLists lists, LaneDesk lanes, OwnAccount own) : LanePageModel(lanes, own)
{
    /// <summary>contact, domain or campaign.</summary>
    [BindProperty(SupportsGet = true)]
    public string Of { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? P { get; set; }

    public LaneKind Kind { get; private set; }

    public LaneList List { get; private set; } = null!;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Of is "contact" or "domain" or "campaign")
        {
            Kind = Enum.Parse<LaneKind>(Of, ignoreCase: true);
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await lists.ReadAsync(Kind, int.TryParse(P, out var page) ? page : 1, cancellationToken);

    public string Post(string handler) => Url.Page("Lanes", handler, new { Of, p = List.Page })!;

    /// <summary>What leads to the e-mails of a row.</summary>
    public object Narrowing(LaneRow row, MailStanding standing) => Kind switch
    {
        LaneKind.Contact => new { contact = row.Lane.Key, state = standing },
        LaneKind.Domain => new { domain = row.Lane.Key, state = standing },
        _ => new { campaign = row.Lane.Key, state = standing },
    };
}
