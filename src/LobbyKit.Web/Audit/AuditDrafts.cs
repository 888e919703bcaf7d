using LobbyKit.Web.Data;

namespace LobbyKit.Web.Audit;

/// <summary>
/// The log's entries of what is changed in a context, ahead of the saving: for who writes very much at once, and by other means than saving.
/// Whoever asks for them has to write both in one transaction.
/// </summary>
public sealed class AuditDrafts(AuditSignature signature, TimeProvider clock, IServiceProvider services)
{
    /// <param name="db">New subjects in it have to have their ids.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<AuditEntry>> OfAsync(LobbyKitDbContext db, CancellationToken cancellationToken) =>
        await AuditRecording.ObserveAsync(db, cancellationToken) is { } recording
            ? await recording.EntriesAsync(db, Actor(services), signature, clock.GetUtcNow().UtcDateTime, cancellationToken)
            : [];

    /// <summary>Null for the installation itself.</summary>
    internal static AuditActor? Actor(IServiceProvider services) => AuditCause.Current is { } cause ? cause.Actor : services.GetService<IAuditActors>()?.Current ?? AuditActing.Current;
}
