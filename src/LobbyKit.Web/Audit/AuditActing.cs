namespace LobbyKit.Web.Audit;

/// <summary>Says that a part of the installation acts by itself, whoever's request or job it is that runs: until it is disposed.</summary>
public sealed class AuditActing : IDisposable
{
    private static readonly AsyncLocal<AuditActor?> Here = new();

    private readonly AuditActor? before = Here.Value;

    private AuditActing(AuditActor actor) => Here.Value = actor;

    /// <summary>Null where nobody said so.</summary>
    public static AuditActor? Current => Here.Value;

    /// <param name="name">As the log names it, such as Delivery.</param>
    public static AuditActing As(string name) => new(new AuditActor(null, "", name));

    public void Dispose() => Here.Value = before;
}
