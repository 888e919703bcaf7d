using LobbyKit.Web.Accounts;
using LobbyKit.Web.Audit;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.People;

/// <summary>One person: their role and teams, and what only an admin can do for them. What secures one's own account is on one's own page.</summary>
public sealed class PersonModel(Accounts.People people, Teams teams, OwnAccount own, AuditHistory audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public Person Person { get; private set; } = null!;

    public IReadOnlyDictionary<int, string> Titles { get; private set; } = new Dictionary<int, string>();

    public IReadOnlyList<AuditEntry> History { get; private set; } = [];

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

    public async Task OnGetAsync(CancellationToken cancellationToken) => History = await audit.OfAsync(AuditKind.Person, Id, cancellationToken, most: 20);

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

    public async Task<IActionResult> OnPostRoleAsync(string? role, CancellationToken cancellationToken)
    {
        if (role is not (AccountRoles.Organiser or AccountRoles.Admin))
        {
            return BadRequest();
        }

        var result = await people.ChangeRoleAsync(Id, role, cancellationToken);
        // Whoever gave up the role has no business on this page any more.
        return result == PersonChange.Done && IsOneself && role != AccountRoles.Admin
            ? RedirectToPage("/Organise/Index")
            : Done(result, role == AccountRoles.Admin ? "They are an admin now." : "They are an organiser now.");
    }

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) => IsOneself
        ? BadRequest()
        : Done(await people.DisableAsync(Id, cancellationToken), "The account is disabled and signed out everywhere.");

    public async Task<IActionResult> OnPostEnableAsync() => Done(await people.EnableAsync(Id), "They can sign in again.");

    public async Task<IActionResult> OnPostEndSessionsAsync() => Done(
        await people.EndSessionsAsync(Id), "They are signed out everywhere.");

    public async Task<IActionResult> OnPostForgetAsync() => IsOneself
        ? BadRequest()
        : Done(await people.ForgetSecondFactorAsync(Id), "Their second factor is forgotten.");

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        var result = await people.RemoveAsync(Id, cancellationToken);
        if (result is not (PersonChange.Done or PersonChange.Gone))
        {
            return Done(result, "");
        }

        TempData["Done"] = $"The account of {Person.Account.DisplayName} is removed.";
        return RedirectToPage(IsOneself ? "/Index" : "/Admin/People/Index");
    }

    private RedirectToPageResult Done(PersonChange result, string sentence) => result switch
    {
        PersonChange.LastAdmin => Said("Problem", "Nothing was changed: this is the only admin who can sign in. Make somebody else an admin first."),
        PersonChange.SomebodyWasQuicker => Said("Problem", "Nothing was changed: somebody else changed an account at the same moment. Look again, then decide."),
        _ => Done(sentence),
    };

    private RedirectToPageResult Done(string sentence) => Said("Done", sentence);

    private RedirectToPageResult Said(string how, string sentence)
    {
        TempData[how] = sentence;
        return RedirectToPage(new { Id });
    }
}
