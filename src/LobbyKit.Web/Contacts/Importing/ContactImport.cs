namespace LobbyKit.Web.Contacts.Importing;

/// <summary>One file of contacts, from its upload to its undoing.</summary>
public sealed class ContactImport
{
    public long Id { get; set; }

    public required string FileName { get; set; }

    /// <summary>In bytes.</summary>
    public long FileSize { get; set; }

    /// <summary>As it was read: UTF-8, Windows-1252…</summary>
    public required string Encoding { get; set; }

    public char Separator { get; set; }

    /// <summary>The day on which the list was true, as the admin says: a file's own date does not survive an upload.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>Which column is what, see <see cref="ColumnMapping"/>.</summary>
    public required ColumnMapping Columns { get; set; }

    public ImportState State { get; set; }

    /// <summary>What the admin has to know of the last step; empty where it went as wanted.</summary>
    public string Notice { get; set; } = "";

    public DateTime UploadedAt { get; set; }

    /// <summary>Null where it came by the command.</summary>
    public int? UploadedById { get; set; }

    public required string UploadedBy { get; set; }

    public DateTime? AppliedAt { get; set; }

    public DateTime? UndoneAt { get; set; }

    public int? UndoneById { get; set; }

    public string UndoneBy { get; set; } = "";

    /// <summary>The IP address of who had it applied, or undone: the log tells it of every contact that is changed.</summary>
    public string ActedFrom { get; set; } = "";

    /// <summary>Whether contacts that were changed since the import are left as they are when it is undone.</summary>
    public bool UndoLeavesChanged { get; set; }

    /// <summary>Rows that the step under way has done, and how many it has to do; 0 where that is not known.</summary>
    public int Done { get; set; }

    public int Total { get; set; }

    /// <summary>The process that works on it, until when it may.</summary>
    public Guid? Claim { get; set; }

    public DateTime? ClaimedUntil { get; set; }

    public ContactEditor Uploader => new(UploadedById, UploadedBy);

    public bool IsAtWork => State is ImportState.ToCheck or ImportState.ToApply or ImportState.ToUndo;
}
