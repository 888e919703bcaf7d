namespace LobbyKit.Web.Delivery.Returns;

/// <summary>A message that was proven to be about one of our e-mails. Nothing of what it says is kept.</summary>
public sealed class ReturnedMail
{
    public long Id { get; set; }

    /// <summary>The e-mail that it is about.</summary>
    public long OutboxMailId { get; set; }

    /// <summary>Of an e-mail about a letter.</summary>
    public long? LetterId { get; set; }

    public ReturnKind Kind { get; set; }

    /// <summary>RFC 3463 code of a bounce; empty where there was none.</summary>
    public string Status { get; set; } = "";

    /// <summary>HMAC of its Message-ID: the same message twice acts once.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Whether its text went on to the supporter.</summary>
    public bool IsForwarded { get; set; }

    public DateTime At { get; set; }
}
