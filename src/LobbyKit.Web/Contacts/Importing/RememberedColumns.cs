namespace LobbyKit.Web.Contacts.Importing;

/// <summary>How somebody answered for a file with these headings, for the next one like it.</summary>
public sealed class RememberedColumns
{
    public int Id { get; set; }

    /// <summary>Of the headings, in whatever order: see <see cref="ColumnMapping.Signature"/>.</summary>
    public required string Signature { get; set; }

    public required ColumnMapping Columns { get; set; }

    public DateTime UsedAt { get; set; }
}
