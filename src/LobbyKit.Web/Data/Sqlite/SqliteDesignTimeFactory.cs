using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LobbyKit.Web.Data.Sqlite;

/// <summary>For <c>scripts/add-migration</c>: needs no running application.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteLobbyKitDbContext>
{
    public SqliteLobbyKitDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteLobbyKitDbContext>().UseSqlite("Data Source=:memory:")
            .UseApplicationServiceProvider(DesignTimeServices.Create())
            .Options);
}
