using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>A page about one campaign: it finds the campaign, or answers 404 where there is none or it is none of the person's.</summary>
public abstract class WorkspacePageModel(CampaignAccess access, OwnAccount own) : PageModel
{
    /// <summary>The campaign's.</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>With its texts and organisations, as it was when the page was asked for.</summary>
    public Campaign Campaign { get; protected set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var campaign = await access.Campaigns(User).AsNoTracking().Include(c => c.Texts).Include(c => c.Organisations).AsSplitQuery()
            .FirstOrDefaultAsync(c => c.Id == Id, HttpContext.RequestAborted);
        if (campaign is null)
        {
            context.Result = NotFound();
            return;
        }

        Campaign = campaign;
        await next();
    }

    /// <summary>The name that a change carries.</summary>
    protected async Task<string> AuthorAsync()
    {
        var account = await own.GetAsync(User);
        return account.DisplayName.Length > 0 ? account.DisplayName : account.Email ?? "";
    }
}
