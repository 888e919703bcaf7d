namespace LobbyKit.Web.Audit;

/// <summary>Whose name stands in the log for an id.</summary>
public enum AuditLookup
{
    None,
    Campaign,
    Role,
}
