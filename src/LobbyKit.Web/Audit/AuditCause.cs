namespace LobbyKit.Web.Audit;

/// <summary>
/// On whose behalf a background job changes contacts, and by which import: it has no request that would tell. Holds for what the job does
/// until it is disposed.
/// </summary>
public sealed class AuditCause : IDisposable
{
    private static readonly AsyncLocal<AuditCause?> Here = new();

    private AuditCause(AuditActor? actor, long importId) => (Actor, ImportId) = (actor, importId);

    public static AuditCause? Current => Here.Value;

    /// <summary>Null where nobody with an account stands behind it: a command.</summary>
    public AuditActor? Actor { get; }

    public long ImportId { get; }

    public static AuditCause Begin(AuditActor? actor, long importId) => Here.Value = new AuditCause(actor, importId);

    public void Dispose() => Here.Value = null;
}
