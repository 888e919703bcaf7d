namespace LobbyKit.Web.Data;

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}
