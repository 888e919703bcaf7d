namespace LobbyKit.Web.Delivery;

/// <summary>One try to deliver one e-mail.</summary>
public sealed class DeliveryAttempt
{
    public long Id { get; set; }

    public long OutboxMailId { get; set; }

    /// <summary>1, 2, 3… within its e-mail.</summary>
    public int Number { get; set; }

    public DateTime StartedAt { get; set; }

    public DateTime FinishedAt { get; set; }

    public DeliveryOutcome Outcome { get; set; }

    /// <summary>The SMTP reply code; null where no server answered.</summary>
    public int? ReplyCode { get; set; }

    /// <summary>The enhanced status code (RFC 3463) such as 5.1.1, where the server gave one.</summary>
    public string EnhancedCode { get; set; } = "";

    /// <summary>The server's words, or ours of the network's failure, encrypted: servers repeat addresses in them.</summary>
    public byte[]? SealedReply { get; set; }
}
