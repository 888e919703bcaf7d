using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LobbyKit.Web.Audit;

/// <summary>What one save has still to write into the log, and the transaction that holds both together.</summary>
internal sealed class AuditRecording
{
    private readonly IReadOnlyList<ObservedChange> observed;
    private readonly Dictionary<object, string> namesOfRemoved = new(ReferenceEqualityComparer.Instance);

    private AuditRecording(IReadOnlyList<ObservedChange> observed) => this.observed = observed;

    /// <summary>Null where the transaction is the caller's.</summary>
    public IDbContextTransaction? Own { get; set; }

    /// <summary>Set while the entries themselves are saved: the log is not in the log.</summary>
    public bool IsWriting { get; set; }

    /// <returns>Null where nothing is about to be saved that the log would tell.</returns>
    public static async Task<AuditRecording?> ObserveAsync(LobbyKitDbContext db, CancellationToken cancellationToken)
    {
        var entries = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (entries.Any(e => e.Entity is AuditEntry or AuditSeal && e.State != EntityState.Added))
        {
            throw new InvalidOperationException("The audit log is only ever added to.");
        }

        if (entries.Select(ObservedChange.Of).OfType<ObservedChange>().ToList() is not { Count: > 0 } observed)
        {
            return null;
        }

        var recording = new AuditRecording(observed);
        var names = new AuditNames(db);
        foreach (var gone in observed.Where(o => o.Rule.IsRoot && o.State == EntityState.Deleted))
        {
            recording.namesOfRemoved[gone.Entity] = await names.OfAsync(gone.Rule, gone.SubjectId, gone.Entity, cancellationToken);
        }

        return recording;
    }

    /// <summary>One entry a subject: what was saved together is told together.</summary>
    public async Task<List<AuditEntry>> EntriesAsync(LobbyKitDbContext db, AuditActor? actor, AuditSignature signature, DateTime now, CancellationToken cancellationToken)
    {
        var names = new AuditNames(db);
        var actorName = actor switch
        {
            null => AuditEntry.Installation,
            { Part.Length: > 0 } => actor.Part,
            { AccountId: { } id } => await names.OfAccountAsync(id, cancellationToken),
            _ => "Somebody who was not signed in",
        };
        var entries = new List<AuditEntry>();
        foreach (var subject in observed.GroupBy(o => (o.Rule.Kind, o.SubjectId)))
        {
            var root = subject.FirstOrDefault(o => o.Rule.IsRoot);
            var changes = new List<AuditChange>();
            foreach (var change in subject.OrderByDescending(o => o.Rule.IsRoot))
            {
                changes.AddRange(await change.ChangesAsync(names, cancellationToken));
            }

            changes = Together(changes);
            var action = root?.State switch { EntityState.Added => AuditAction.Added, EntityState.Deleted => AuditAction.Removed, _ => AuditAction.Changed };
            if (action == AuditAction.Changed && changes.Count == 0)
            {
                continue;
            }

            if (subject.Key.Kind == AuditKind.Contact && AuditCause.Current is { } cause)
            {
                changes.Add(AuditChange.ByImport(cause.ImportId));
            }

            var name = root is not null && namesOfRemoved.TryGetValue(root.Entity, out var removed)
                ? removed
                : await names.OfAsync(subject.First().Rule, subject.Key.SubjectId, root?.Entity, cancellationToken);
            entries.Add(New(action, subject.Key.Kind, subject.Key.SubjectId, name, changes));
        }

        return entries;

        AuditEntry New(AuditAction action, AuditKind kind, object subjectId, string name, List<AuditChange> changes)
        {
            var nonce = Guid.NewGuid();
            return Signed(signature.Of(Signed("")));

            AuditEntry Signed(string mac) => new()
            {
                Nonce = nonce,
                At = now,
                AccountId = actor?.AccountId,
                ActorName = actorName,
                Address = actor is not null && (actor.AccountId is not null || kind is AuditKind.Person or AuditKind.Invitation) ? actor.Address : "",
                Action = action,
                Kind = kind,
                SubjectId = AuditWords.Value(subjectId) ?? "",
                SubjectName = name,
                ChangesJson = AuditEntry.ToJson(changes),
                Mac = mac,
            };
        }
    }

    /// <summary>A part that was taken out and put in again under one name (a role, a text) is one change; one that came back as it was is none.</summary>
    private static List<AuditChange> Together(List<AuditChange> changes)
    {
        var result = new List<AuditChange>();
        foreach (var change in changes)
        {
            var other = result.FindIndex(c => c.Field == change.Field && !c.IsSecret && ((c.Before is null && change.After is null) || (c.After is null && change.Before is null)));
            if (other < 0)
            {
                result.Add(change);
            }
            else if ((result[other].Before ?? change.Before) is var before && (result[other].After ?? change.After) is var after && before == after)
            {
                result.RemoveAt(other);
            }
            else
            {
                result[other] = new AuditChange(change.Field, before, after);
            }
        }

        return result;
    }
}
