namespace LobbyKit.Web.Audit;

/// <summary>Knows who is acting. The web layer knows it of a request; a command or a background job is the installation itself, unless it says on whose behalf it works: see <see cref="AuditCause"/>.</summary>
public interface IAuditActors
{
    /// <summary>Null for the installation itself.</summary>
    AuditActor? Current { get; }
}
