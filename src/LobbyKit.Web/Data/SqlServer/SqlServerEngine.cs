using System.Data.Common;
using LobbyKit.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Data.SqlServer;

internal sealed class SqlServerEngine(IDbContextFactory<LobbyKitDbContext> contexts) : IDatabaseEngine
{
    internal const string Version = "SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(50)) AS [Value]";

    internal const string Updateability = "SELECT CAST(DATABASEPROPERTYEX(DB_NAME(), 'Updateability') AS nvarchar(20)) AS [Value]";

    /// <summary>The server notes its own time.</summary>
    internal const string LastBackup =
        "SELECT DATEADD(MINUTE, DATEDIFF(MINUTE, GETDATE(), GETUTCDATE()), MAX([backup_finish_date])) AS [Value] "
        + "FROM [msdb].[dbo].[backupset] WHERE [database_name] = DB_NAME() AND [type] IN ('D', 'I')";

    public string? Folder => null;

    public bool MakesCopies => false;

    public IBulkSave BulkSave(LobbyKitDbContext db, AuditDrafts audit) => new SqlServerBulkSave(db);

    public async Task<string> LookAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            db.Database.SetCommandTimeout(patience);
            var version = await db.Database.SqlQueryRaw<string>(Version).SingleAsync(cancellationToken);
            return await db.Database.SqlQueryRaw<string>(Updateability).SingleAsync(cancellationToken) == "READ_WRITE"
                ? $"SQL Server {version}, can be written to."
                : throw new InvalidDataException($"SQL Server {version} has this database for reading only.");
        }
        catch (DbException problem)
        {
            throw new InvalidDataException($"SQL Server does not answer: {problem.Message}", problem);
        }
    }

    public async Task<DateTime?> LastOwnBackupAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.SqlQueryRaw<DateTime?>(LastBackup).SingleAsync(cancellationToken) is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : null;
        }
        catch (DbException)
        {
            // The account of the application need not see the server's own tables.
            return null;
        }
    }

    public Task CopyAsync(string file, CancellationToken cancellationToken) =>
        throw new InvalidDataException("SQL Server makes its own backups, with BACKUP DATABASE. Plan them there; the status page tells the last one where it may see it.");
}
