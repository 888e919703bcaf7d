namespace LobbyKit.Web.Delivery;

/// <summary>Hands one e-mail to a mail server. The full build's is MailKit's, the restricted build's the platform's.</summary>
public interface IMailTransport
{
    /// <summary>
    /// Never throws for what a server or the network does: that is the reply. Throws
    /// <see cref="OperationCanceledException"/> when cancelled before the message was handed over.
    /// </summary>
    Task<DeliveryReply> SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}
