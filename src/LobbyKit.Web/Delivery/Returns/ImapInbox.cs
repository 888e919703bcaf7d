#if LOBBYKIT_FULL
using System.Collections.Concurrent;
using System.Data.Common;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>Takes what came back out of a mailbox. A message is marked as seen, or moved, when what follows from it is on the disk, and not before.</summary>
public sealed class ImapInbox(ReturnDesk desk, IOptions<MailOptions> settings, ILogger<ImapInbox> logger)
{
    private const int MostAtOnce = 100;

    /// <summary>A message that this program fails on so often is flagged and left to a person.</summary>
    private const int MostTries = 3;

    private readonly ConcurrentDictionary<UniqueId, int> failed = new();

    /// <summary>Reads every message that nobody has seen, each by itself: a bad one does not keep the others.</summary>
    /// <returns>How many were settled.</returns>
    public async Task<int> ReadNewAsync(CancellationToken cancellationToken)
    {
        var options = settings.Value.Imap;
        using var client = new ImapClient { Timeout = 60_000 };
        await client.ConnectAsync(options.Host, options.Port, options.Security switch
        {
            MailSecurity.None => SecureSocketOptions.None,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.SslOnConnect,
        }, cancellationToken);
        await client.AuthenticateAsync(options.UserName, options.Password, cancellationToken);
        var folder = await client.GetFolderAsync(options.Folder, cancellationToken);
        await folder.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
        var done = options.DoneFolder.Length > 0 ? await client.GetFolderAsync(options.DoneFolder, cancellationToken) : null;
        var waiting = (await folder.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotFlagged), cancellationToken)).Take(MostAtOnce).ToList();
        var settled = 0;
        if (waiting.Count > 0)
        {
            foreach (var message in await folder.FetchAsync(waiting, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellationToken))
            {
                if (await TryTakeAsync(folder, message, cancellationToken))
                {
                    await folder.AddFlagsAsync(message.UniqueId, MessageFlags.Seen, silent: true, cancellationToken);
                    if (done is not null)
                    {
                        await folder.MoveToAsync(message.UniqueId, done, cancellationToken);
                    }

                    settled++;
                }
            }
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
        return settled;
    }

    private async Task<bool> TryTakeAsync(IMailFolder folder, IMessageSummary message, CancellationToken cancellationToken)
    {
        if (message.Size > settings.Value.LargestReturn)
        {
            logger.LogWarning("Message {MessageNumber} in the mailbox is too large and not read.", message.UniqueId.Id);
            return true;
        }

        try
        {
            // Peeks: what was read and not settled stays unseen.
            await using var stream = await folder.GetStreamAsync(message.UniqueId, 0, settings.Value.LargestReturn, cancellationToken);
            using var source = new MemoryStream();
            await stream.CopyToAsync(source, cancellationToken);
            return await desk.TakeAsync(source.GetBuffer().AsMemory(0, (int)source.Length), "", cancellationToken) != ReturnOutcome.TooEarly;
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ProtocolException or ServiceNotConnectedException or DbException or DbUpdateException)
        {
            // The mailbox or the database is away: nothing is wrong with the message.
            throw;
        }
#pragma warning disable CA1031 // One message must not keep all others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var tries = failed.AddOrUpdate(message.UniqueId, 1, (_, before) => before + 1);
            logger.LogError("Message {MessageNumber} in the mailbox could not be taken, try {Tries}: {ErrorType}.", message.UniqueId.Id, tries, error.GetType().FullName);
            if (tries >= MostTries)
            {
                failed.TryRemove(message.UniqueId, out _);
                await folder.AddFlagsAsync(message.UniqueId, MessageFlags.Flagged, silent: true, cancellationToken);
            }

            return false;
        }
    }
}
#endif
