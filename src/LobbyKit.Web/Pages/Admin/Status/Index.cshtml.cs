using LobbyKit.Web.Status;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Admin.Status;

/// <summary>How the installation is, looked at anew with every visit.</summary>
public sealed class IndexModel(StatusBoard board) : PageModel
{
    public IReadOnlyList<StatusFinding> Findings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Findings = await board.LookAsync(cancellationToken);
}
