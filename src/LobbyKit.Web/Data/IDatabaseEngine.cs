using LobbyKit.Web.Audit;

namespace LobbyKit.Web.Data;

/// <summary>What is different between the databases apart from their SQL, for those who look after them.</summary>
public interface IDatabaseEngine
{
    /// <summary>Null where the database is not on this machine, as far as one can tell.</summary>
    string? Folder { get; }

    /// <summary>Whether <see cref="CopyAsync"/> works: SQL Server makes its own backups.</summary>
    bool MakesCopies { get; }

    /// <summary>Name, version and size, after a try whether it can be written to.</summary>
    /// <exception cref="InvalidDataException">It cannot be used; the message says why.</exception>
    Task<string> LookAsync(TimeSpan patience, CancellationToken cancellationToken);

    /// <summary>When the database's own means made the last backup.</summary>
    /// <returns>Null where that cannot be seen from here.</returns>
    Task<DateTime?> LastOwnBackupAsync(CancellationToken cancellationToken);

    /// <summary>Makes a consistent copy while the application runs, and reads it through.</summary>
    /// <exception cref="InvalidDataException">The copy cannot be made or read; the message says why.</exception>
    Task CopyAsync(string file, CancellationToken cancellationToken);

    /// <param name="db">The caller's, with nothing in it; used for nothing else until it is disposed.</param>
    /// <param name="audit">Gives the log's entries where they cannot be made by saving.</param>
    IBulkSave BulkSave(LobbyKitDbContext db, AuditDrafts audit);
}
