using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LobbyKit.Web.Pages.Letters;

/// <summary>A letter for the post: the sheet to print, sign and put into an envelope.</summary>
public sealed class PrintModel(LetterReceipts receipts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public LetterView View { get; private set; } = null!;

    /// <summary>The postal address as an envelope has it.</summary>
    public IReadOnlyList<string> AddressLines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(Token, cancellationToken) is not { Content: not null } view)
        {
            return NotFound();
        }

        View = view;
        AddressLines = PostalAddress.Lines(view.Contact.Channel(ChannelKind.Post)?.Address ?? "");
        return Page();
    }
}
