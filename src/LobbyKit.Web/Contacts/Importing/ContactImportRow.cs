using LobbyKit.Templates;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>One row of an imported file: what it would do, and after that what it did.</summary>
public sealed class ContactImportRow
{
    public long Id { get; set; }

    public long ImportId { get; set; }

    /// <summary>In the file, the first is 1. A row whose cells hold line breaks begins there.</summary>
    public int Line { get; set; }

    public ImportRowKind Kind { get; set; }

    /// <summary>Null for a row that would add an office.</summary>
    public int? ContactId { get; set; }

    public Contact? Contact { get; set; }

    /// <summary>The contact's <see cref="Contact.Revision"/> that it was compared with; once it is applied, the one that it left.</summary>
    public int Revision { get; set; }

    public string CountryCode { get; set; } = "";

    public ContactRole? Role { get; set; }

    public string Office { get; set; } = "";

    /// <summary>What the contact would have, conflicts decided for the file; null where the row does nothing, or has done it.</summary>
    public ContactValues? Values { get; set; }

    public IReadOnlyList<ImportFinding> Findings { get; set; } = [];

    /// <summary>Whether somebody has to say if the file or the contact is right.</summary>
    public bool HasConflict { get; set; }

    /// <summary>The answer: the file. Without one the contact keeps what an admin saw.</summary>
    public bool TakesFile { get; set; }

    /// <summary>The contact as it was before the import; null for a row that added one, or is not applied.</summary>
    public ContactSnapshot? Before { get; set; }
}
