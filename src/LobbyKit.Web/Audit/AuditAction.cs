namespace LobbyKit.Web.Audit;

public enum AuditAction
{
    Added,
    Changed,
    Removed,
}
