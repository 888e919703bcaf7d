namespace LobbyKit.Web.Contacts;

/// <summary>What a supporter says of an office that is missing or wrong. Says nothing of the supporter.</summary>
public sealed class ContactSuggestion
{
    public long Id { get; set; }

    public required string CountryCode { get; set; }

    public required string Office { get; set; }

    public required string Address { get; set; }

    /// <summary>Where the supporter saw it.</summary>
    public required string Source { get; set; }

    public DateTime CreatedAt { get; set; }
}
