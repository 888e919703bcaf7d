using LobbyKit.Web.Audit;
using LobbyKit.Web.Data.Backups;
using LobbyKit.Web.Data.Sqlite;
using LobbyKit.Web.Data.SqlServer;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Data;

public static class DataRegistration
{
    private static bool ConnectsToSqlServer =>
#if LOBBYKIT_FULL
        true;
#else
        false;
#endif

    public static IServiceCollection AddLobbyKitData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section)
            .Validate(
                o => Enum.TryParse<DatabaseProvider>(o.Provider, ignoreCase: true, out _),
                "LobbyKit:Database:Provider can be Sqlite or SqlServer.")
            .Validate(
                o => !o.IsSqlServer || o.ConnectionString.Length > 0,
                "LobbyKit:Database:ConnectionString is empty: SQL Server needs one.")
            .Validate(
                o => !o.IsSqlServer || ConnectsToSqlServer,
                "LobbyKit:Database:Provider is SqlServer, but this is the restricted build, which lacks a part of SQL Server's client and "
                + "cannot connect. Use Sqlite, or build where the whole package feed can be reached.")
            .ValidateOnStart();

        if ((configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions()).IsSqlServer)
        {
            services.AddPooledDbContextFactory<SqlServerLobbyKitDbContext>((s, o) => o
                .UseSqlServer(Options(s).ConnectionString)
                .AddInterceptors(Interceptors(s)));
            services.AddSingleton<IDatabaseEngine, SqlServerEngine>();
            AddShared<SqlServerLobbyKitDbContext>(services);
        }
        else
        {
            services.AddSingleton<IDatabaseEngine, SqliteEngine>();
            services.AddSingleton<SqlitePragmas>();
            services.AddPooledDbContextFactory<SqliteLobbyKitDbContext>((s, o) => o
                .UseSqlite(SqliteConnectionString(Options(s), s.GetRequiredService<IHostEnvironment>()))
                .AddInterceptors([s.GetRequiredService<SqlitePragmas>(), .. Interceptors(s)]));
            AddShared<SqliteLobbyKitDbContext>(services);
        }

        // Identity shapes its tables by its options: every process that opens the database has to have the same.
        services.Configure<IdentityOptions>(ConfigureTables);
        services.AddOptions<SeedOptions>().BindConfiguration(SeedOptions.Section);
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<DatabaseBackup>();
        return services;
    }

    /// <summary>The tables with passkeys.</summary>
    internal static void ConfigureTables(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    private static void AddShared<TContext>(IServiceCollection services)
        where TContext : LobbyKitDbContext
    {
        services.AddSingleton<IDbContextFactory<LobbyKitDbContext>, SharedContextFactory<TContext>>();
        services.AddScoped<LobbyKitDbContext>(s => s.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext());
    }

    // The audit log's, which come with it.
    private static IEnumerable<IInterceptor> Interceptors(IServiceProvider services) =>
        [BulkChangeGuard.Instance, .. services.GetServices<ISaveChangesInterceptor>()];

    private static DatabaseOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<DatabaseOptions>>().Value;

    internal static string SqliteConnectionString(DatabaseOptions options, IHostEnvironment environment)
    {
        var text = options.ConnectionString;
        var builder = new SqliteConnectionStringBuilder(text.Length > 0 ? text : "Data Source=App_Data/database/lobbykit.db");
        if (builder.DataSource is not (":memory:" or ""))
        {
            builder.DataSource = Path.GetFullPath(builder.DataSource, environment.ContentRootPath);
        }

        return builder.ConnectionString;
    }
}
