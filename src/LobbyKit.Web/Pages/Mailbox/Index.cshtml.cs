using LobbyKit.Web.Delivery.Mailbox;
using Microsoft.AspNetCore.Mvc;

namespace LobbyKit.Web.Pages.Mailbox;

public sealed class IndexModel(DemoMailbox mailbox, MailboxStore store) : MailboxPageModel(mailbox)
{
    private const int MailsAPage = 50;

    [BindProperty(SupportsGet = true, Name = "number")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public int Pages => (Total + MailsAPage - 1) / MailsAPage;

    public List<ReadableMail> Mails { get; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var ids = store.Ids();
        Total = ids.Count;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, Pages));
        foreach (var id in ids.Skip((PageNumber - 1) * MailsAPage).Take(MailsAPage))
        {
            if (await store.FindAsync(id, cancellationToken) is { } mail)
            {
                Mails.Add(mail);
            }
        }
    }

    public IActionResult OnPostDeleteAll()
    {
        store.DeleteAll();
        return RedirectToPage();
    }
}
