using System.Collections.Concurrent;
using LobbyKit.Web.Delivery.Mailbox;

namespace LobbyKit.Web.Tests.Application;

/// <summary>What the demo mailbox holds for somebody.</summary>
internal sealed class Inbox(TestApplication application)
{
    private readonly MailboxStore store = application.Service<MailboxStore>();
    private readonly ConcurrentDictionary<string, ReadableMail> read = new();

    /// <summary>Everything that went to an address, the newest first.</summary>
    public async Task<List<ReadableMail>> OfAsync(string address) =>
        [.. (await AllAsync()).Where(m => m.To.Contains(address, StringComparison.OrdinalIgnoreCase))];

    /// <summary>The letters that a supporter wrote, by the address that the office replies to.</summary>
    public async Task<List<ReadableMail>> LettersOfAsync(string address) =>
        [.. (await AllAsync()).Where(m => m.Header("Reply-To").Contains(address, StringComparison.OrdinalIgnoreCase))];

    public Task<ReadableMail> WaitForConfirmationAsync(string address) =>
        Wait.ForAsync("the confirmation", async () => (await OfAsync(address)).FirstOrDefault());

    public Task<ReadableMail> WaitForLetterAsync(string address) =>
        Wait.ForAsync("the letter", async () => (await LettersOfAsync(address)).FirstOrDefault());

    private async Task<List<ReadableMail>> AllAsync()
    {
        var mails = new List<ReadableMail>();
        foreach (var id in store.Ids())
        {
            if (!read.TryGetValue(id, out var mail) && await store.FindAsync(id, CancellationToken.None) is { } found)
            {
                mail = read[id] = found;
            }

            if (mail is not null)
            {
                mails.Add(mail);
            }
        }

        return mails;
    }
}
