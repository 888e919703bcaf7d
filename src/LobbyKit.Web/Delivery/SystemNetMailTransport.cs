using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Security.Authentication;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// The platform's own SMTP client, for the restricted build. It keeps a connection as long as the client lives, so clients are
/// kept, each used by one e-mail at a time. It cannot say at which step a server refused, cannot probe a connection, and loses
/// some 40 ms on each e-mail to the network stack.
/// </summary>
public sealed class SystemNetMailTransport(MailRoute route, TimeProvider clock) : IMailTransport, IDisposable
{
    /// <summary>A connection that rested longer may be closed on the other side, which only the next e-mail would find out.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    private readonly ConcurrentBag<(SmtpClient Client, long RestingSince)> resting = [];

    public async Task<DeliveryReply> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        MailMessage message;
        try
        {
            message = SystemNetMailMessage.From(SafeMail.Of(mail));
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return new DeliveryReply(DeliveryOutcome.Rejected, null, "", error.Message);
        }

        using (message)
        using (var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            patience.CancelAfter(route.Timeout);
            var client = Rent();
            try
            {
                await client.SendMailAsync(message, patience.Token);
                resting.Add((client, clock.GetTimestamp()));
                client = null;
                return new DeliveryReply(DeliveryOutcome.Accepted, (int)SmtpStatusCode.Ok, "", "");
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return ReplyRules.NoAnswer(SmtpStep.Connect, $"No answer within {route.Timeout.TotalSeconds} seconds.");
            }
            catch (SmtpException error)
            {
                return SystemNetMailErrors.Judge(error);
            }
            catch (Exception error) when (error is IOException or AuthenticationException or InvalidOperationException or FormatException)
            {
                return ReplyRules.NoAnswer(SmtpStep.Connect, error.Message);
            }
            finally
            {
                client?.Dispose();
            }
        }
    }

    public void Dispose()
    {
        while (resting.TryTake(out var rested))
        {
            rested.Client.Dispose();
        }
    }

    private SmtpClient Rent()
    {
        while (resting.TryTake(out var rested))
        {
            if (clock.GetElapsedTime(rested.RestingSince) < LongestRest)
            {
                return rested.Client;
            }

            rested.Client.Dispose();
        }

        return new SmtpClient(route.Host, route.Port)
        {
            // STARTTLS, and an error where the server does not offer it.
            EnableSsl = route.Security == MailSecurity.StartTls,
            Credentials = route.UserName.Length > 0 ? new NetworkCredential(route.UserName, route.Password) : null,
            Timeout = (int)route.Timeout.TotalMilliseconds,
        };
    }
}
