namespace LobbyKit.Web.Contacts;

/// <summary>What a supporter says of an office that is missing or wrong. Says nothing of the supporter, and is not to be trusted.</summary>
public sealed class ContactSuggestion
{
    public long Id { get; set; }

    public required string CountryCode { get; set; }

    /// <summary>The contact whose address is wrong; null for an office that is missing here.</summary>
    public int? ContactId { get; set; }

    public Contact? Contact { get; set; }

    public required string Office { get; set; }

    public required string Address { get; set; }

    /// <summary>Where the supporter saw it.</summary>
    public required string Source { get; set; }

    /// <summary>The same for all that say the same of the same office.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>How often it was said.</summary>
    public int Times { get; set; } = 1;

    public DateTime CreatedAt { get; set; }

    public SuggestionState State { get; set; }

    public DateTime? DecidedAt { get; set; }

    public string DecidedBy { get; set; } = "";
}
