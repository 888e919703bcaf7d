namespace LobbyKit.Web.Letters;

/// <summary>What a supporter has filled in, checked and ready to become a letter.</summary>
public sealed record LetterDraft
{
    /// <summary>The supporter's country code.</summary>
    public required string CountryCode { get; init; }

    public required LetterRoute Route { get; init; }

    public required string Name { get; init; }

    /// <summary>Empty unless this server sends the letter.</summary>
    public string Email { get; init; } = "";

    public string Place { get; init; } = "";

    /// <summary>The supporter's own paragraph; lines end in LF.</summary>
    public string PersonalMessage { get; init; } = "";

    /// <summary>Made with the form and unguessable: decides the letter's variant, and makes a form posted twice one letter.</summary>
    public required string SubmissionKey { get; init; }

    /// <summary>BCP 47 tag of the language that the pages were read in.</summary>
    public required string ReaderLanguage { get; init; }

    /// <summary>Something about how it was filled in is not like a person.</summary>
    public bool IsDoubtful { get; init; }
}
