using LobbyKit.Web.Delivery.Mailbox;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Mailbox;

public sealed class MessageModel(DemoMailbox mailbox, MailboxStore store) : MailboxPageModel(mailbox)
{
    private static readonly string[] Shown = ["From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted"];

    public ReadableMail Mail { get; private set; } = null!;

    public IEnumerable<(string Name, string Value)> Headers =>
        Shown.Select(name => (name, Mail.Header(name))).Where(h => h.Item2.Length > 0);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } mail)
        {
            return NotFound();
        }

        Mail = mail;
        return Page();
    }
}
