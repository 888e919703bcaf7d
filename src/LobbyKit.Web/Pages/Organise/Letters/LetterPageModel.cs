using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>A page about a campaign's letters: it finds the campaign, and the letter where the address names one, or answers 404.</summary>
public abstract class LetterPageModel(CampaignAccess access, LetterEditing editing) : PageModel
{
    /// <summary>The campaign's.</summary>
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? TemplateId { get; set; }

    public Campaign Campaign { get; private set; } = null!;

    /// <summary>With its versions, the latest first; null on pages about all letters.</summary>
    public LetterTemplate Letter { get; protected set; } = null!;

    public LetterTemplateVersion Latest => Letter.Versions[0];

    public LetterTemplateVersion? Published => Letter.Versions.FirstOrDefault(v => v.Number == Letter.PublishedNumber);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = HttpContext.RequestAborted;
        var campaign = await access.Campaigns(User).AsNoTracking().Include(c => c.Texts).FirstOrDefaultAsync(c => c.Id == Id, cancellationToken);
        var letter = campaign is null || TemplateId is not { } id ? null : await editing.FindAsync(campaign.Id, id, cancellationToken);
        if (campaign is null || (TemplateId is not null && letter is null))
        {
            context.Result = NotFound();
            return;
        }

        Campaign = campaign;
        Letter = letter!;
        await next();
    }

    /// <summary>The name that a version carries.</summary>
    protected async Task<string> AuthorAsync(CancellationToken cancellationToken)
    {
        var account = await AccountAsync(cancellationToken);
        return account.DisplayName.Length > 0 ? account.DisplayName : account.Email ?? "";
    }

    protected Task<Accounts.Account> AccountAsync(CancellationToken cancellationToken)
    {
        var id = CampaignAccess.AccountId(User);
        return HttpContext.RequestServices.GetRequiredService<Data.LobbyKitDbContext>().Users.AsNoTracking().FirstAsync(a => a.Id == id, cancellationToken);
    }
}
