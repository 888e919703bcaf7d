using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Data.Sqlite;

public sealed class SqliteLobbyKitDbContext(DbContextOptions<SqliteLobbyKitDbContext> options) : LobbyKitDbContext(options);
