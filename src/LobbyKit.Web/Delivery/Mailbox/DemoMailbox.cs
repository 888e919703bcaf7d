using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery.Mailbox;

/// <summary>
/// A mail server inside the application, on loopback only: takes every e-mail, keeps it to be read, passes nothing on. So
/// that nobody writes to a government by accident.
/// </summary>
public sealed class DemoMailbox(IOptions<MailOptions> options, MailboxStore store, TimeProvider clock, ILogger<DemoMailbox> logger)
    : BackgroundService
{
    private const int MostConnections = 64;

    private readonly SemaphoreSlim places = new(MostConnections);
    private TcpListener? listener;

    public bool IsOn => options.Value.UsesDemoMailbox;

    /// <summary>Where it listens; 0 before the start.</summary>
    public int Port => (listener?.LocalEndpoint as IPEndPoint)?.Port ?? 0;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return Task.CompletedTask;
        }

        listener = new TcpListener(IPAddress.Loopback, options.Value.DemoMailboxPort);
        try
        {
            listener.Start();
        }
        catch (SocketException)
        {
            throw new OptionsValidationException(Options.DefaultName, typeof(MailOptions), [
                $"LobbyKit:Mail:DemoMailboxPort is {options.Value.DemoMailboxPort}, which cannot be had; another program may use it. "
                + "Set another one, or 0 for any free one."]);
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await places.WaitAsync(stoppingToken);
                var client = await listener!.AcceptTcpClientAsync(stoppingToken);
                _ = ServeAsync(client, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
        finally
        {
            listener!.Dispose();
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stoppingToken)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                await new SmtpSession(client.GetStream(), store, clock).RunAsync(stoppingToken);
            }
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side left, or was silent for too long, or we are stopping.
        }
#pragma warning disable CA1031 // One conversation must not end the mailbox.
        catch (Exception error)
#pragma warning restore CA1031
        {
            logger.LogError("The demo mailbox dropped a connection: {ErrorType}.", error.GetType().FullName);
        }
        finally
        {
            places.Release();
        }
    }
}
