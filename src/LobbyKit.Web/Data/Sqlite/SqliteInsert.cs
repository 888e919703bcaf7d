using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace LobbyKit.Web.Data.Sqlite;

/// <summary>
/// Adds rows of one entity with one prepared statement. Entity Framework writes and reads back each row with a command of its own on
/// SQLite, which takes ten times as long.
/// </summary>
internal sealed class SqliteInsert
{
    private static readonly ConcurrentDictionary<IEntityType, SqliteInsert> Made = new();

    private readonly IReadOnlyList<(IProperty Property, Func<object?, object?> Stored)> columns;
    private readonly string sql;

    private SqliteInsert(IEntityType type)
    {
        // An id that the database gives is left to it.
        columns = [.. type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).Select(p => (p, Storing(p.GetRelationalTypeMapping())))];
        sql = $"""
            INSERT INTO "{type.GetTableName()}" ({string.Join(", ", columns.Select(c => $"\"{c.Property.GetColumnName()}\""))})
            VALUES ({string.Join(", ", columns.Select((_, i) => Name(i)))})
            """;
    }

    public static SqliteInsert Of(IEntityType type) => Made.GetOrAdd(type, t => new SqliteInsert(t));

    public async Task RunAsync(DbContext db, IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Made of the model's own names.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
            var parameters = columns.Select((_, i) => command.Parameters.AddWithValue(Name(i), DBNull.Value)).ToList();
            foreach (var row in rows)
            {
                for (var i = 0; i < columns.Count; i++)
                {
                    var (property, stored) = columns[i];
                    parameters[i].Value = stored(property.GetGetter().GetClrValue(row)) ?? DBNull.Value;
                }

                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static Func<object?, object?> Storing(RelationalTypeMapping mapping) => mapping.Converter is { } converter
        ? value => value is null ? null : converter.ConvertToProvider(value)
        : value => value;

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"$p{index}");
}
