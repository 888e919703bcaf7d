namespace LobbyKit.Web.Letters;

/// <summary>One supporter's letter to one contact. What tells who wrote is in <see cref="Sealed"/> only.</summary>
public sealed class Letter
{
    public long Id { get; set; }

    public int CampaignId { get; set; }

    public int ContactId { get; set; }

    /// <summary>The version of the letter template that it was made from.</summary>
    public int TemplateVersionId { get; set; }

    /// <summary>The supporter's country.</summary>
    public required string CountryCode { get; set; }

    /// <summary>BCP 47 tag of the language that it is written in.</summary>
    public required string Language { get; set; }

    /// <summary>BCP 47 tag of the language that its supporter reads the pages in.</summary>
    public required string ReaderLanguage { get; set; }

    public LetterRoute Route { get; set; }

    public LetterState State { get; set; }

    /// <summary>SHA-256 of the secret in the receipt's address.</summary>
    public required string ReceiptTokenHash { get; set; }

    /// <summary>SHA-256 of the secret in the confirmation's address; null where nothing is to be confirmed by e-mail.</summary>
    public string? ConfirmTokenHash { get; set; }

    /// <summary>HMAC of the supporter's canonical e-mail address; null where none was asked for, and once scrubbed.</summary>
    public string? AddressFingerprint { get; set; }

    /// <summary>Set when it is confirmed: one address, one campaign, one contact make one letter.</summary>
    public string? OneLetterKey { get; set; }

    /// <summary>Null once scrubbed or erased, and where it was not asked for; <see cref="HasText"/> knows.</summary>
    public SealedLetter? Sealed { get; set; }

    /// <summary>False once scrubbed or erased.</summary>
    public bool HasText { get; set; }

    public required string ConsentVersion { get; set; }

    public DateTime ConsentAt { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>The UTC day of <see cref="CreatedAt"/>, by which letters are counted.</summary>
    public DateOnly CreatedOn { get; set; }

    public DateTime StateAt { get; set; }

    /// <summary>When its supporter was told that it is not delivered by e-mail.</summary>
    public DateTime? ToldUndeliveredAt { get; set; }

    /// <summary>When its supporter asked to be forgotten.</summary>
    public DateTime? ErasedAt { get; set; }

    /// <summary>Guards against two writers; every move counts it up.</summary>
    public int Revision { get; set; }

    public List<LetterEvent> Events { get; } = [];
}
