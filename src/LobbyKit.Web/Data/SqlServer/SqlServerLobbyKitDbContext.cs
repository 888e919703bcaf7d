using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Data.SqlServer;

public sealed class SqlServerLobbyKitDbContext(DbContextOptions<SqlServerLobbyKitDbContext> options) : LobbyKitDbContext(options);
