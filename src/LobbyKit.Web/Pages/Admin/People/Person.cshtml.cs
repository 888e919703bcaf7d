using LobbyKit.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.People;

/// <summary>One person: their teams, and what only an admin can do for them. What secures one's own account is on one's own page.</summary>
public sealed class PersonModel(Accounts.People people, Teams teams, OwnAccount own) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyDictionary<int, string> Titles { get; private set; } = new Dictionary<int, string>();

    public bool IsOneself => Id == CampaignAccess.AccountId(User);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var cancellationToken = HttpContext.RequestAborted;
        if (await people.FindAsync(Id, cancellationToken) is not { } person)
        {
            context.Result = NotFound();
            return;
        }

        Person = person;
        Titles = await teams.CampaignTitlesAsync(cancellationToken);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostJoinAsync(int campaignId, CancellationToken cancellationToken)
    {
        await teams.JoinAsync(campaignId, Person.Account, await own.GetAsync(User), cancellationToken);
        return Done("They are on the team, and were sent an e-mail that says so.");
    }

    public async Task<IActionResult> OnPostLeaveAsync(int campaignId, CancellationToken cancellationToken)
    {
        await teams.LeaveAsync(campaignId, Id, cancellationToken);
        return Done("They are off the team.");
    }

    public async Task<IActionResult> OnPostForgetAsync()
    {
        if (IsOneself)
        {
            return BadRequest();
        }

        await people.ForgetSecondFactorAsync(Id);
        return Done("Their second factor is forgotten.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        if (IsOneself)
        {
            return BadRequest();
        }

        await people.RemoveAsync(Id);
        TempData["Done"] = $"The account of {Person.Account.DisplayName} is removed.";
        return RedirectToPage("/Admin/People/Index");
    }

    private RedirectToPageResult Done(string sentence)
    {
        TempData["Done"] = sentence;
        return RedirectToPage(new { Id });
    }
}
