using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LobbyKit.Web.Data.Sqlite;

/// <summary>
/// Settings that SQLite keeps for a connection, not for the file. FULL: a commit that was answered is on the disk, or a letter
/// could be lost. Secure delete: what was erased is overwritten, not only forgotten. The journal is put into the file every 16 MB instead of every 4: pages that are written again and
/// again go there once.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=30000; PRAGMA wal_autocheckpoint=4000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
