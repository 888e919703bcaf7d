using System.Collections.Concurrent;
using System.Net;
using System.Net.Mail;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// The platform's own SMTP client, for the restricted build. It keeps a connection as long as the client lives, so clients are
/// kept, each used by one e-mail at a time. It cannot say at which step a server refused, cannot probe a connection, and loses
/// some 40 ms on each e-mail to the network stack.
/// </summary>
public sealed class SystemNetMailTransport : IMailTransport, IDisposable
{
    /// <summary>A connection that rested longer may be closed on the other side, which only the next e-mail would find out.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(5);

    /// <summary>The client holds on to something of every e-mail whose sending can be cancelled, for as long as it lives.</summary>
    private const int MostMailsEach = 50;

    private readonly ConcurrentBag<(SmtpClient Client, int Mails, long RestingSince)> resting = [];
    private readonly MailRoute route;
    private readonly TimeProvider clock;

    public SystemNetMailTransport(MailRoute route, IOptions<MailOptions> options, TimeProvider clock)
    {
        (this.route, this.clock) = (route, clock);

        // The platform's client holds a thread while it waits for the last word on each e-mail. The pool would hand such threads out
        // one by one, half a second apart, and the connections would take turns.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + options.Value.Connections), ports);
    }

    public async Task<DeliveryReply> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        MailMessage message;
        try
        {
            message = SystemNetMailMessage.From(SafeMail.Of(mail));
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return FaultRules.Judge(DeliveryFault.Unusable, SmtpStep.Connect, error.Message);
        }

        using (message)
        using (var late = new CancellationTokenSource(route.Timeout, clock))
        using (var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token))
        {
            var (client, mails) = Rent();
            var mayRest = false;
            try
            {
                // SMTPUTF8, which is asked of the server only where the address needs it.
                client.DeliveryFormat = Ascii.IsValid(mail.ToAddress) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International;
                await client.SendMailAsync(message, patience.Token);
                mayRest = mails + 1 < MostMailsEach;
                return new DeliveryReply(DeliveryOutcome.Accepted, (int)SmtpStatusCode.Ok, "", "");
            }
            catch (SmtpException error)
            {
                return SystemNetMailErrors.Judge(error);
            }
            catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
            {
                return SystemNetMailErrors.Judge(error);
            }
            catch (Exception error) when (error is IOException or AuthenticationException or InvalidOperationException or FormatException)
            {
                return SystemNetMailErrors.Judge(error);
            }
            finally
            {
                if (mayRest)
                {
                    resting.Add((client, mails + 1, clock.GetTimestamp()));
                }
                else
                {
                    client.Dispose();
                }
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

    private (SmtpClient Client, int Mails) Rent()
    {
        while (resting.TryTake(out var rested))
        {
            if (clock.GetElapsedTime(rested.RestingSince) < LongestRest)
            {
                return (rested.Client, rested.Mails);
            }

            rested.Client.Dispose();
        }

        var client = new SmtpClient(route.Host, route.Port)
        {
            // STARTTLS, and an error where the server does not offer it.
            EnableSsl = route.Security == MailSecurity.StartTls,
            Credentials = route.UserName.Length > 0 ? new NetworkCredential(route.UserName, route.Password) : null,
            Timeout = (int)route.Timeout.TotalMilliseconds,
        };
        return (client, 0);
    }
}
