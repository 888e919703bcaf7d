namespace LobbyKit.Web.Campaigns;

/// <summary>One state of a letter template. Never changed after it is saved: sent letters name it.</summary>
public sealed class LetterTemplateVersion
{
    public int Id { get; set; }

    public int LetterTemplateId { get; set; }

    /// <summary>1, 2, 3… within its letter template.</summary>
    public int Number { get; set; }

    /// <summary>Source text of the subject, in the letter language.</summary>
    public required string Subject { get; set; }

    /// <summary>Source text of the body, in the letter language.</summary>
    public required string Body { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Who wrote it: an account's name, or "seed".</summary>
    public required string CreatedBy { get; set; }

    public string Note { get; set; } = "";

    /// <summary>For a translation: the version of the source language's letter that it was made from; null where that is not known.</summary>
    public int? SourceVersionId { get; set; }
}
