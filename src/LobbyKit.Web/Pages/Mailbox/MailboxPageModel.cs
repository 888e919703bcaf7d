using LobbyKit.Web.Delivery.Mailbox;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Mailbox;

/// <summary>Pages of the demo mailbox are not there where it is off.</summary>
public abstract class MailboxPageModel(DemoMailbox mailbox) : PageModel
{
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!mailbox.IsOn)
        {
            context.Result = NotFound();
        }
    }
}
