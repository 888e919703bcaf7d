using LobbyKit.Web.Delivery.Mailbox;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Mailbox;

/// <summary>The e-mail itself, for a mail program.</summary>
public sealed class SourceModel(DemoMailbox mailbox, MailboxStore store) : MailboxPageModel(mailbox)
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } mail
            ? File(mail.Source, "message/rfc822", $"{mail.Id}.eml")
            : NotFound();
}
