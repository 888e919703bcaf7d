using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Contacts;

public sealed class SuggestionsModel(SuggestionInbox inbox, OwnAccount own) : PageModel
{
    public IReadOnlyList<ContactSuggestion> Waiting { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Waiting = await inbox.WaitingAsync(cancellationToken);
        Total = await inbox.CountAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostDismissAsync(long[] ids, CancellationToken cancellationToken)
    {
        var dismissed = await inbox.DismissAsync(ids, (await own.GetAsync(User)).DisplayName, cancellationToken);
        TempData["Done"] = dismissed == 0 ? "Nothing was ticked." : $"{ContactWords.Count(dismissed, "suggestion is", "suggestions are")} dismissed.";
        return RedirectToPage();
    }
}
