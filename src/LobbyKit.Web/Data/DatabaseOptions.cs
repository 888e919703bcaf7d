namespace LobbyKit.Web.Data;

/// <summary>Settings under <c>LobbyKit:Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "LobbyKit:Database";

    /// <summary>A <see cref="DatabaseProvider"/>; as text, so that a wrong one can be answered with the right ones.</summary>
    public string Provider { get; set; } = nameof(DatabaseProvider.Sqlite);

    /// <summary>Empty for SQLite means <c>App_Data/database/lobbykit.db</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>False where migrations are applied by hand before a new version starts.</summary>
    public bool MigrateAtStart { get; set; } = true;

    public bool IsSqlServer => Provider.Equals(nameof(DatabaseProvider.SqlServer), StringComparison.OrdinalIgnoreCase);
}
