namespace LobbyKit.Web.Delivery;

/// <summary>The text of an e-mail in the outbox, in a row of its own: what is written several times for each e-mail stays small. Gone once nothing more is to be sent.</summary>
public sealed class SealedMail
{
    public long OutboxMailId { get; set; }

    /// <summary>An encrypted <see cref="OutgoingMail"/>.</summary>
    public required byte[] Content { get; set; }
}
