namespace LobbyKit.Web.Letters;

/// <summary>Everything of a letter that is personal: stored only encrypted, erased as one.</summary>
public sealed record LetterContent
{
    public required string SupporterName { get; init; }

    /// <summary>Empty where the supporter delivers the letter.</summary>
    public string SupporterEmail { get; init; } = "";

    public string SupporterPlace { get; init; } = "";

    public string PersonalMessage { get; init; } = "";

    /// <summary>As it is sent.</summary>
    public required string Subject { get; init; }

    /// <summary>As it is sent.</summary>
    public required string Body { get; init; }

    /// <summary>The secret of its receipt, for links in mail to the supporter.</summary>
    public required string ReceiptToken { get; init; }
}
