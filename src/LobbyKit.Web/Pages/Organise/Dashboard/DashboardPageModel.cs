using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Organise.Dashboard;

/// <summary>A page about a campaign's figures: whoever is not on its team is answered 404, whatever they ask.</summary>
public abstract class DashboardPageModel(CampaignAccess access) : PageModel
{
    /// <summary>The campaign's.</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>With its texts.</summary>
    public Campaign Campaign { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await access.Campaigns(User).AsNoTracking().Include(c => c.Texts).FirstOrDefaultAsync(c => c.Id == Id, HttpContext.RequestAborted) is { } campaign)
        {
            Campaign = campaign;
            await next();
        }
        else
        {
            context.Result = NotFound();
        }
    }
}
