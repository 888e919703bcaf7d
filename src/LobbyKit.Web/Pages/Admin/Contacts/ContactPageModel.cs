using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>A page about one contact.</summary>
public abstract class ContactPageModel(LobbyKitDbContext db, OwnAccount own) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>With channels, not tracked.</summary>
    public Contact Contact { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await ReadAsync(HttpContext.RequestAborted))
        {
            await next();
        }
        else
        {
            context.Result = NotFound();
        }
    }

    /// <summary>Reads the contact, or reads it again.</summary>
    protected async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var contact = await db.Contacts.AsNoTracking().Include(c => c.Channels.OrderBy(x => x.Id)).FirstOrDefaultAsync(c => c.Id == Id, cancellationToken);
        Contact = contact!;
        return contact is not null;
    }

    protected Task<ContactEditor> EditorAsync() => EditorAsync(own, User);

    internal static async Task<ContactEditor> EditorAsync(OwnAccount own, System.Security.Claims.ClaimsPrincipal user)
    {
        var account = await own.GetAsync(user);
        return new ContactEditor(account.Id, account.DisplayName);
    }
}
