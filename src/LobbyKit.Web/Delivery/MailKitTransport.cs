#if LOBBYKIT_FULL
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace LobbyKit.Web.Delivery;

/// <summary>MailKit over SMTP. Connections are kept and used again, each by one e-mail at a time.</summary>
public sealed class MailKitTransport(MailRoute route, DkimSignature signature, TimeProvider clock) : IMailTransport, IDisposable
{
    /// <summary>After this a connection is asked whether it is still there before an e-mail is trusted to it.</summary>
    private static readonly TimeSpan TrustedRest = TimeSpan.FromSeconds(2);

    private readonly ConcurrentBag<(MailKitClient Client, long RestingSince)> resting = [];

    public async Task<DeliveryReply> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        OutgoingMail safe;
        try
        {
            safe = SafeMail.Of(mail);
        }
        catch (ArgumentException error)
        {
            return FaultRules.Judge(DeliveryFault.Unusable, SmtpStep.Connect, error.Message);
        }

        var format = Ascii.IsValid(safe.ToAddress) ? MailKitMessage.Plain : MailKitMessage.International;
        using var message = MailKitMessage.From(safe);
        signature.Sign(message, format);
        using var late = new CancellationTokenSource(route.Timeout, clock);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var step = SmtpStep.Connect;
        MailKitClient? client = null;
        try
        {
            client = await RentAsync(patience.Token) ?? await ConnectAsync(now => step = now, patience.Token);
            step = SmtpStep.MailFrom;
            if (format.International && !client.TakesInternationalAddresses)
            {
                return FaultRules.Judge(DeliveryFault.AddressNotSupported, step);
            }

            if (client.IsTooLarge(safe, format, message))
            {
                return FaultRules.Judge(DeliveryFault.TooLarge, step);
            }

            var words = await client.SendAsync(
                format, message, new MailboxAddress("", safe.EnvelopeFrom), [new MailboxAddress("", safe.ToAddress)], patience.Token);
            return ReplyRules.Judge(SmtpStep.EndOfData, (int)SmtpStatusCode.Ok, words);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FaultRules.Judge(DeliveryFault.TimedOut, step);
        }
        catch (SmtpCommandException error)
        {
            return ReplyRules.Judge(MailKitErrors.Step(error, step), (int)error.StatusCode, error.Message);
        }
        catch (Exception error) when (MailKitErrors.IsExpected(error))
        {
            return MailKitErrors.Judge(error, step);
        }
        finally
        {
            GiveBack(client);
        }
    }

    public void Dispose()
    {
        while (resting.TryTake(out var rested))
        {
            rested.Client.Dispose();
        }
    }

    private async Task<MailKitClient?> RentAsync(CancellationToken cancellationToken)
    {
        while (resting.TryTake(out var rested))
        {
            if (clock.GetElapsedTime(rested.RestingSince) < TrustedRest || await IsThereAsync(rested.Client, cancellationToken))
            {
                return rested.Client;
            }

            rested.Client.Dispose();
        }

        return null;
    }

    private static async Task<bool> IsThereAsync(MailKitClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception error) when (MailKitErrors.IsExpected(error) || error is SmtpCommandException)
        {
            return false;
        }
    }

    private async Task<MailKitClient> ConnectAsync(Action<SmtpStep> reached, CancellationToken cancellationToken)
    {
        var client = new MailKitClient { CheckCertificateRevocation = false, Timeout = (int)route.Timeout.TotalMilliseconds };
        // MailKit never sets NoDelay, and every message over 4 KB would then wait 40 ms for an acknowledgement.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(route.Host, route.Port, cancellationToken);
            reached(SmtpStep.Greeting);
            await client.ConnectAsync(socket, route.Host, route.Port, Options(route.Security), cancellationToken);
            if (route.UserName.Length > 0)
            {
                reached(SmtpStep.Login);
                await client.AuthenticateAsync(route.UserName, route.Password, cancellationToken);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            socket.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        // Not StartTlsWhenAvailable: whoever stands between could say that it is not.
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private void GiveBack(MailKitClient? client)
    {
        if (client?.IsConnected == true)
        {
            resting.Add((client, clock.GetTimestamp()));
        }
        else
        {
            client?.Dispose();
        }
    }
}
#endif
