using LobbyKit.Web.Infrastructure.Security;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace LobbyKit.Web.Pages.Letters;

/// <summary>Reached from an e-mail. Mail scanners follow links, so opening the page does nothing: the button does.</summary>
[EnableRateLimiting(RequestLimits.Posting)]
public sealed class ConfirmModel(LetterConfirmation confirmation) : PageModel
{
    public LetterView Letter { get; private set; } = null!;

    /// <summary>Whether there is still something to confirm.</summary>
    public bool Waits => Result is null && confirmation.MayConfirm(Letter);

    /// <summary>Null until the button was pressed.</summary>
    public ConfirmResult? Result { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        if (await confirmation.FindAsync(token, cancellationToken) is not { } letter)
        {
            return NotFound();
        }

        Letter = letter;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        Result = await confirmation.ConfirmAsync(token, cancellationToken);
        if (await confirmation.FindAsync(token, cancellationToken) is not { } letter)
        {
            return NotFound();
        }

        Letter = letter;
        return Result == ConfirmResult.Confirmed && letter.Content is { } content
            ? RedirectToPage("/Letters/Receipt", new { token = content.ReceiptToken })
            : Page();
    }
}
