namespace LobbyKit.Web.Audit;

/// <summary>Whose name stands in the log for an id.</summary>
internal enum AuditLookup
{
    None,
    Campaign,
    Role,
}
