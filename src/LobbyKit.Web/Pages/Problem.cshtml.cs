using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages;

/// <summary>What is shown instead of a page that cannot be. Says nothing of the cause: that is in the log.</summary>
// A posting that failed is shown here as the posting it was, and its token may be what failed.
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    public int Code { get; private set; } = StatusCodes.Status500InternalServerError;

    public void OnGet(int? code) => Code = code ?? Response.StatusCode;

    public void OnPost(int? code) => Code = code ?? Response.StatusCode;
}
