namespace LobbyKit.Web.Delivery;

/// <summary>One e-mail as it is handed to a mail server, plain text.</summary>
public sealed record OutgoingMail
{
    /// <summary>Without angle brackets: <c>id@domain</c>.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>The envelope's sender, to which bounces go.</summary>
    public required string EnvelopeFrom { get; init; }

    public required string FromName { get; init; }

    public required string FromAddress { get; init; }

    public string ReplyToName { get; init; } = "";

    /// <summary>Empty where answers go to <see cref="FromAddress"/>.</summary>
    public string ReplyToAddress { get; init; } = "";

    public string ToName { get; init; } = "";

    public required string ToAddress { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text; lines end in LF.</summary>
    public required string Body { get; init; }

    /// <summary>BCP 47 tag for Content-Language.</summary>
    public string Language { get; init; } = "";

    /// <summary>True for mail that no person wrote (RFC 3834: <c>Auto-Submitted: auto-generated</c>).</summary>
    public bool IsAutomatic { get; init; }
}
