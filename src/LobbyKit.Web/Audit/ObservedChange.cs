using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LobbyKit.Web.Audit;

/// <summary>One entity that is about to be saved, as it was before. What the database gives (ids) is read after.</summary>
internal sealed class ObservedChange
{
    private readonly EntityEntry entry;
    private readonly List<(IProperty Property, object? Before, object? After)> values;
    private readonly object? goneId;

    private ObservedChange(EntityEntry entry, AuditRule rule, List<(IProperty Property, object? Before, object? After)> values)
    {
        (this.entry, Rule, State, this.values) = (entry, rule, entry.State, values);
        goneId = State == EntityState.Deleted ? entry.Property(rule.SubjectKey).OriginalValue : null;
    }

    public AuditRule Rule { get; }

    public EntityState State { get; }

    public object Entity => entry.Entity;

    public object SubjectId => goneId ?? entry.Property(Rule.SubjectKey).CurrentValue!;

    /// <returns>Null where nothing changed that the log would tell.</returns>
    public static ObservedChange? Of(EntityEntry entry)
    {
        if (!AuditRules.All.TryGetValue(entry.Metadata.ClrType, out var rule)
            || (entry.State == EntityState.Added && !rule.RecordsAdding)
            || (entry.State == EntityState.Modified && !rule.RecordsChanging))
        {
            return null;
        }

        List<(IProperty, object?, object?)> values = [.. entry.Properties.Where(p => rule.Records(p.Metadata) && IsChanged(p, entry.State))
            .Select(p => (p.Metadata, entry.State == EntityState.Added ? null : p.OriginalValue, entry.State == EntityState.Deleted ? null : p.CurrentValue))];
        return entry.State == EntityState.Modified && values.Count == 0 ? null : new ObservedChange(entry, rule, values);
    }

    public async Task<IReadOnlyList<AuditChange>> ChangesAsync(AuditNames names, CancellationToken cancellationToken)
    {
        var changes = new List<AuditChange>();
        foreach (var (property, before, after) in values)
        {
            var field = Rule.Field(Entity, property.Name);
            if (Rule.IsSecret(property.Name))
            {
                changes.Add(new AuditChange(field, State == EntityState.Added ? null : "set", State == EntityState.Deleted || after is null ? null : "set", IsSecret: true));
                continue;
            }

            var lookup = Rule.Lookup(property.Name);
            var now = State == EntityState.Added ? entry.Property(property.Name).CurrentValue : after;
            var (was, became) = (await names.ValueAsync(lookup, before, cancellationToken), await names.ValueAsync(lookup, now, cancellationToken));
            if (was != became)
            {
                changes.Add(new AuditChange(field, was, became));
            }
        }

        return changes;
    }

    private static bool IsChanged(PropertyEntry property, EntityState state) => state switch
    {
        EntityState.Modified => property.IsModified && !property.Metadata.GetValueComparer().Equals(property.OriginalValue, property.CurrentValue),
        EntityState.Added => property.CurrentValue is not null,
        _ => true,
    };
}
