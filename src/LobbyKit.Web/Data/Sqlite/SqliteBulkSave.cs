using System.Globalization;
using LobbyKit.Web.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LobbyKit.Web.Data.Sqlite;

/// <summary>
/// SQLite has one writer at a time. So everything is worked out without its lock, down to the entries of the audit log, and laid down in
/// temporary tables, which are this connection's own; then one statement a table writes it.
/// </summary>
internal sealed class SqliteBulkSave(LobbyKitDbContext db, AuditDrafts audit) : IBulkSave
{
    private const string Expected = "\"_expected\"";

    private readonly List<Spool> spools = [];
    private bool isOpen;

    private SqliteConnection Connection => (SqliteConnection)db.Database.GetDbConnection();

    public async Task<int?> ReserveIdsAsync<TEntity>(int count, CancellationToken cancellationToken)
    {
        // SQLite never gives an id twice (AUTOINCREMENT): what is counted up here is ours, and a gap where nothing comes of it.
        await OpenAsync(cancellationToken);
        var table = db.Model.FindEntityType(typeof(TEntity))!.GetTableName()!;
        await RunAsync($"INSERT INTO sqlite_sequence (name, seq) SELECT '{table}', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = '{table}')", cancellationToken);
        var last = await ScalarAsync($"UPDATE sqlite_sequence SET seq = seq + {Text(count)} WHERE name = '{table}' RETURNING seq", cancellationToken);
        return (int)(last - count + 1);
    }

    public async Task<bool> AddAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        try
        {
            db.ChangeTracker.DetectChanges();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AuditEntries.AddRange(await audit.OfAsync(db, cancellationToken));
            foreach (var group in db.ChangeTracker.Entries()
                .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).GroupBy(e => (e.Metadata, e.State)).ToList())
            {
                await (await SpoolAsync(group.Key.Metadata, group.Key.State, group.First(), cancellationToken)).AddAsync(group, cancellationToken);
            }

            return true;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            db.ChangeTracker.Clear();
        }
    }

    public async Task<bool> WriteAsync(Func<Task> last, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        try
        {
            // What goes makes room for what comes, and what is changed may depend on it; dependents go before and come after what they depend on.
            foreach (var spool in spools.OrderBy(s => s.State == EntityState.Modified).ThenBy(s => s.State).ThenBy(s => s.State == EntityState.Deleted ? -s.Depth : s.Depth))
            {
                var written = await RunAsync(spool.Write, cancellationToken);
                if (spool.IsChecked && written != spool.Count)
                {
                    return false;
                }
            }
        }
        catch (SqliteException conflict) when (conflict.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            return false;
        }

        await last();
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var spool in spools)
        {
            await RunAsync($"DROP TABLE temp.{spool.Name}", CancellationToken.None);
            await spool.DisposeAsync();
        }

        spools.Clear();
        if (isOpen)
        {
            isOpen = false;
            await db.Database.CloseConnectionAsync();
        }
    }

    // The temporary tables are the connection's: it is the same one until the end.
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!isOpen)
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            isOpen = true;
        }
    }

    private async Task<Spool> SpoolAsync(IEntityType type, EntityState state, EntityEntry sample, CancellationToken cancellationToken)
    {
        if (spools.Find(s => s.Type == type && s.State == state) is { } known)
        {
            return known;
        }

        var spool = new Spool(Connection, type, state, sample);
        await RunAsync($"CREATE TEMP TABLE {spool.Name} AS SELECT *, 0 AS {Expected} FROM main.{spool.Table} WHERE 0", cancellationToken);
        spools.Add(spool);
        return spool;
    }

    private async Task<int> RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<long> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private SqliteCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Made of the model's own names.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is to be added to, changed in or taken out of one table.</summary>
    private sealed class Spool : IAsyncDisposable
    {
        private readonly List<(IProperty Property, RelationalTypeMapping Mapping, SqliteParameter Parameter)> columns = [];
        private readonly IProperty? token;
        private readonly SqliteParameter expected = new("$expected", SqliteType.Integer) { Value = DBNull.Value };
        private readonly SqliteCommand insert;

        public Spool(SqliteConnection connection, IEntityType type, EntityState state, EntityEntry sample)
        {
            (Type, State) = (type, state);
            Table = Quoted(type.GetTableName()!);
            Name = Quoted($"{state}_{type.GetTableName()}");
            Depth = DepthOf(type, []);
            token = type.GetProperties().FirstOrDefault(p => p.IsConcurrencyToken && p.ClrType == typeof(int));
            // An id that the database gives is not known yet.
            columns = [.. type.GetProperties().Where(p => state == EntityState.Deleted ? p.IsPrimaryKey() : state == EntityState.Modified || !sample.Property(p).IsTemporary)
                .Select((p, i) => (p, p.GetRelationalTypeMapping(), new SqliteParameter($"$p{Text(i)}", DBNull.Value)))];
            insert = connection.CreateCommand();
#pragma warning disable CA2100 // Made of the model's own names.
            insert.CommandText = $"INSERT INTO temp.{Name} ({string.Join(", ", Names)}, {Expected}) VALUES ({string.Join(", ", columns.Select(c => c.Parameter.ParameterName))}, $expected)";
#pragma warning restore CA2100
            insert.Parameters.AddRange(columns.Select(c => c.Parameter).Append(expected));
        }

        public IEntityType Type { get; }

        public EntityState State { get; }

        public string Table { get; }

        public string Name { get; }

        public int Depth { get; }

        public int Count { get; private set; }

        /// <summary>Whether there are as many rows to be written as were read, or somebody else was here.</summary>
        public bool IsChecked => State != EntityState.Added && token is not null;

        public string Write => State switch
        {
            EntityState.Added => $"INSERT INTO main.{Table} ({string.Join(", ", Names)}) SELECT {string.Join(", ", Names)} FROM temp.{Name} ORDER BY rowid",
            EntityState.Deleted => $"DELETE FROM main.{Table} WHERE rowid IN (SELECT t.rowid FROM temp.{Name} AS s JOIN main.{Table} AS t ON {Same})",
            _ => $"UPDATE main.{Table} AS t SET {string.Join(", ", columns.Where(c => !c.Property.IsPrimaryKey()).Select(c => $"{Column(c.Property)} = s.{Column(c.Property)}"))} FROM temp.{Name} AS s WHERE {Same}",
        };

        private IEnumerable<string> Names => columns.Select(c => Column(c.Property));

        private string Same => string.Join(
            " AND ", Type.FindPrimaryKey()!.Properties.Select(p => $"t.{Column(p)} = s.{Column(p)}").Concat(token is null ? [] : [$"t.{Column(token)} = s.{Expected}"]));

        public async Task AddAsync(IEnumerable<EntityEntry> entries, CancellationToken cancellationToken)
        {
            foreach (var entry in entries)
            {
                foreach (var (property, mapping, parameter) in columns)
                {
                    var value = entry.Property(property).CurrentValue;
                    parameter.Value = (value is null ? null : mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
                }

                expected.Value = token is null ? DBNull.Value : entry.Property(token).OriginalValue;
                await insert.ExecuteNonQueryAsync(cancellationToken);
                Count++;
            }
        }

        public ValueTask DisposeAsync() => insert.DisposeAsync();

        private static int DepthOf(IEntityType type, HashSet<IEntityType> seen) => seen.Add(type)
            ? type.GetForeignKeys().Select(k => 1 + DepthOf(k.PrincipalEntityType, [.. seen])).DefaultIfEmpty(0).Max()
            : 0;

        private static string Column(IProperty property) => Quoted(property.GetColumnName());

        private static string Quoted(string name) => $"\"{name}\"";
    }
}
