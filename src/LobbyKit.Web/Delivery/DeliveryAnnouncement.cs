using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>Says at start which build this is, what sends mail, and where it goes.</summary>
internal sealed class DeliveryAnnouncement(
    MailRoute route, IMailTransport transport, IOptions<MailOptions> options, ILogger<DeliveryAnnouncement> logger) : IHostedService
{
#if LOBBYKIT_FULL
    private const string Build = "full";
#else
    private const string Build = "restricted";
#endif

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.UsesDemoMailbox)
        {
            logger.LogWarning(
                "LobbyKit ({Build} build): no e-mail leaves this application. {Transport} hands it to the demo mailbox on {Host}:{Port}; "
                + "read it at /mailbox.",
                Build, transport.GetType().Name, route.Host, route.Port);
        }
        else
        {
            logger.LogInformation(
                "LobbyKit ({Build} build): {Transport} sends mail through {Host}:{Port}, security {Security}.",
                Build, transport.GetType().Name, route.Host, route.Port, route.Security);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
