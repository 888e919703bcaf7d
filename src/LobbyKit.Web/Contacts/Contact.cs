using LobbyKit.Templates;
namespace LobbyKit.Web.Contacts;

/// <summary>An office that can be written to.</summary>
public sealed class Contact
{
    public int Id { get; set; }

    /// <summary>ISO 3166-1 alpha-2, or EU, or XAU.</summary>
    public required string CountryCode { get; set; }

    public required string CountryName { get; set; }

    public G20Status G20Status { get; set; }

    public ContactRole Role { get; set; }

    public required string Office { get; set; }

    /// <summary>The body that receives the office's mail.</summary>
    public string Body { get; set; } = "";

    public string PersonName { get; set; } = "";

    /// <summary>Formal English salutation, without the comma.</summary>
    public string Salutation { get; set; } = "";

    /// <summary>BCP 47 tags of the languages that the office reads, preferred first.</summary>
    public IReadOnlyList<string> Languages { get; set; } = [];

    public string SourceUrl { get; set; } = "";

    /// <summary>When the source was seen, as precisely as it is known: 2026, 2026-01, 2026-01-31.</summary>
    public string SourceSeen { get; set; } = "";

    public Confidence Confidence { get; set; }

    public string Note { get; set; } = "";

    /// <summary>The order in the seeded list: of two offices with one role the earlier is written to first.</summary>
    public int Position { get; set; }

    /// <summary>
    /// Fingerprint of the row as it was last seeded. A contact whose values no longer match it was changed by an
    /// admin, and is left alone. Empty for contacts that were not seeded.
    /// </summary>
    public string SeedFingerprint { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public List<ContactChannel> Channels { get; } = [];

    public ContactChannel? Channel(ChannelKind kind) => Channels.FirstOrDefault(c => c.Kind == kind);
}
