using System.Globalization;
using LobbyKit.Web.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Data.Sqlite;

internal sealed class SqliteEngine(IOptions<DatabaseOptions> options, IHostEnvironment environment) : IDatabaseEngine
{
    private string File => new SqliteConnectionStringBuilder(ConnectionString).DataSource;

    private string ConnectionString => DataRegistration.SqliteConnectionString(options.Value, environment);

    public string? Folder => Path.GetDirectoryName(File);

    public bool MakesCopies => true;

    public IBulkSave BulkSave(LobbyKitDbContext db, AuditDrafts audit) => new SqliteBulkSave(db, audit);

    public async Task<string> LookAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        if (!System.IO.File.Exists(File))
        {
            throw new InvalidDataException($"There is no database at {File}.");
        }

        try
        {
            // A connection of its own: one of the pool waits half a minute for a lock.
            await using var connection = await OpenAsync(File, patience, cancellationToken);
            await RunAsync(connection, "BEGIN IMMEDIATE; ROLLBACK;", cancellationToken);
            var bytes = await RunAsync(connection, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()", cancellationToken);
            return string.Create(CultureInfo.InvariantCulture, $"SQLite {connection.ServerVersion}, {(long)bytes! / 1048576.0:0.0} MB, can be written to: {File}.");
        }
        catch (SqliteException problem)
        {
            throw new InvalidDataException($"The database at {File} cannot be written to: {problem.Message.TrimEnd('.')}.", problem);
        }
    }

    public Task<DateTime?> LastOwnBackupAsync(CancellationToken cancellationToken) => Task.FromResult<DateTime?>(null);

    public async Task CopyAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using (var connection = await OpenAsync(File, TimeSpan.FromSeconds(60), cancellationToken))
            {
                await using var command = connection.CreateCommand();
                // Not a copy of the file: that could be caught in the middle of a write, and lack what is in the journal beside it.
                command.CommandText = "VACUUM INTO $file";
                command.Parameters.AddWithValue("$file", file);
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            if (!OperatingSystem.IsWindows())
            {
                System.IO.File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            await using (var copy = await OpenAsync(file, TimeSpan.FromSeconds(60), cancellationToken))
            {
                if (await RunAsync(copy, "PRAGMA integrity_check", cancellationToken) is var answer && answer as string != "ok")
                {
                    throw new InvalidDataException($"The copy at {file} is damaged: {answer}.");
                }
            }

            await using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
            written.Flush(flushToDisk: true);
        }
        catch (SqliteException problem)
        {
            throw new InvalidDataException($"The database could not be copied to {file}: {problem.Message.TrimEnd('.')}.", problem);
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string file, TimeSpan patience, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = (int)patience.TotalSeconds,
        }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<object?> RunAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
