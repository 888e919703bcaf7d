using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LobbyKit.Web.Data.SqlServer;

/// <summary>For <c>scripts/add-migration</c>: needs no running application and no server.</summary>
public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerLobbyKitDbContext>
{
    public SqlServerLobbyKitDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerLobbyKitDbContext>().UseSqlServer("Server=design-time")
            .UseApplicationServiceProvider(DesignTimeServices.Create())
            .Options);
}
