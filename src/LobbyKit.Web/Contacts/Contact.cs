using LobbyKit.Templates;
namespace LobbyKit.Web.Contacts;

/// <summary>An office that can be written to.</summary>
public sealed class Contact
{
    private const int SearchLength = 2000;

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

    /// <summary>The person's last day in the office, where it is known.</summary>
    public DateOnly? PersonUntil { get; set; }

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

    /// <summary>Country, role and office as they were seeded, as a fingerprint: an admin may have changed them since. Empty for contacts that were not seeded.</summary>
    public string SeedKey { get; set; } = "";

    /// <summary>What it is found by, folded (<see cref="FoldedText"/>), the office first. Kept by <see cref="RefreshSearchText"/>.</summary>
    public string SearchText { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    /// <summary>When it was taken out of the list. What was sent to it stays.</summary>
    public DateTime? RetiredAt { get; set; }

    /// <summary>The contact that it turned out to be a duplicate of; letters that still wait go there.</summary>
    public int? MergedIntoId { get; set; }

    /// <summary>Guards against two writers; every change of it or of a channel counts it up.</summary>
    public int Revision { get; set; }

    /// <summary>Those that are no longer in use, too: see <see cref="Channel"/>.</summary>
    public List<ContactChannel> Channels { get; } = [];

    /// <returns>The channel of a kind that is in use; null where there is none.</returns>
    public ContactChannel? Channel(ChannelKind kind) => Channels.FirstOrDefault(c => c.Kind == kind && c.StoppedAt is null);

    /// <summary>Who holds the office on a day; empty where nobody is known to.</summary>
    public string PersonOn(DateOnly day) => PersonUntil < day ? "" : PersonName;

    /// <summary>To be called after every change of it or of a channel.</summary>
    public void RefreshSearchText()
    {
        var text = FoldedText.Of(string.Join(
            ' ',
            [Office, Body, PersonName, CountryName, CountryCode, .. Channels.Where(c => c.StoppedAt is null).OrderBy(c => c.Kind).Select(c => c.Address), Note]));
        SearchText = text.Length <= SearchLength ? text : text[..SearchLength];
    }
}
