#if LOBBYKIT_FULL
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>The timer around <see cref="ImapInbox"/>. Several nodes may look into one mailbox: a message acts once.</summary>
internal sealed class ImapWorker(ImapInbox inbox, IOptions<MailOptions> options, TimeProvider clock, ILogger<ImapWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Imap.Host.Length == 0)
        {
            return;
        }

        var usual = TimeSpan.FromSeconds(options.Value.Imap.PollSeconds);
        var pause = usual;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await inbox.ReadNewAsync(stoppingToken);
                pause = usual;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The mailbox may be away for a while; what is in it stays there.
            catch (Exception error)
#pragma warning restore CA1031
            {
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
                logger.LogError("The mailbox cannot be read ({ErrorType}); the next try is in {Seconds} seconds.", error.GetType().FullName, (int)pause.TotalSeconds);
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
#endif
