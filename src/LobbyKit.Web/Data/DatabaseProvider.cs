namespace LobbyKit.Web.Data;

public enum DatabaseProvider
{
    /// <summary>One file, on one machine.</summary>
    Sqlite,

    /// <summary>For production, and for several nodes.</summary>
    SqlServer,
}
