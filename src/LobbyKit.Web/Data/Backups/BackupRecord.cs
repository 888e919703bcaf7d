namespace LobbyKit.Web.Data.Backups;

/// <summary>That a backup was made and could be read.</summary>
public sealed class BackupRecord
{
    public int Id { get; init; }

    public DateTime At { get; init; }

    /// <summary>Where it was written; it may have been moved since.</summary>
    public required string File { get; init; }

    public long Bytes { get; init; }
}
