using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Delivery;

/// <summary>One e-mail: how it stands, its tries, what can be done.</summary>
public sealed class MailModel(MailDesk desk) : PageModel
{
    public MailView View { get; private set; } = null!;

    public bool IsToPerson => View.Line.Kind != MailKind.Letter;

    public IReadOnlyList<MailAction> Actions => View.Line.Standing switch
    {
        MailStanding.PutOff => [MailAction.Retry, MailAction.Hold],
        MailStanding.Due => [MailAction.Hold],
        MailStanding.Held => [MailAction.Release],
        _ => [],
    };

    public bool CanDrop => View.Line.Standing is MailStanding.PutOff or MailStanding.Due or MailStanding.Held;

    public async Task<IActionResult> OnGetAsync(long mail, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(mail, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
