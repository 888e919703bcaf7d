using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Data.Sqlite;

public sealed class SqliteLobbyKitDbContext(DbContextOptions<SqliteLobbyKitDbContext> options) : LobbyKitDbContext(options)
{
    protected override Task AddRowsAsync<TEntity>(IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken) =>
        SqliteInsert.Of(Model.FindEntityType(typeof(TEntity))!).RunAsync(this, rows, cancellationToken);
}
