using Microsoft.EntityFrameworkCore.Metadata;

namespace LobbyKit.Web.Audit;

/// <summary>
/// How changes of one kind of entity come into the log. What a rule does not leave out is recorded, so that a new property cannot be
/// forgotten; secrets are recorded as changed, without a value.
/// </summary>
public sealed class AuditRule
{
    private readonly Dictionary<string, string> labels = [];
    private readonly Dictionary<string, AuditLookup> lookups = [];
    private readonly HashSet<string> left = ["CreatedAt"];
    private readonly HashSet<string> secrets = [];
    private HashSet<string>? only;

    private AuditRule(Type entity, Type root, AuditKind kind, string subjectKey) => (Entity, Root, Kind, SubjectKey) = (entity, root, kind, subjectKey);

    public Type Entity { get; }

    /// <summary>The entity that is the subject: the rule's own, or the one that it is a part of.</summary>
    public Type Root { get; }

    public AuditKind Kind { get; }

    /// <summary>The property with the subject's id.</summary>
    public string SubjectKey { get; }

    public bool IsRoot => Entity == Root;

    /// <summary>False where anybody may add one: supporters are not in the log.</summary>
    public bool RecordsAdding { get; private set; } = true;

    /// <summary>False where only coming and going is told.</summary>
    public bool RecordsChanging { get; private set; } = true;

    /// <summary>True where what passes saving by is work, and nothing that the log would tell.</summary>
    public bool IsWorkedOnInBulk { get; private set; }

    /// <summary>Says which part of the subject it is.</summary>
    public Func<object, string> Part { get; private set; } = _ => "";

    public static AuditRule Of<TRoot>(AuditKind kind, string key = "Id") => new(typeof(TRoot), typeof(TRoot), kind, key);

    public static AuditRule PartOf<TRoot, TPart>(AuditKind kind, string subjectKey, Func<TPart, string>? part = null)
    {
        var rule = new AuditRule(typeof(TPart), typeof(TRoot), kind, subjectKey);
        if (part is not null)
        {
            rule.Part = entity => part((TPart)entity);
        }

        return rule;
    }

    public AuditRule Without(params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
        {
            left.Add(property);
        }

        return this;
    }

    /// <summary>For entities that are not ours, and full of what is nobody's business.</summary>
    public AuditRule Only(params string[] properties)
    {
        only = [.. properties];
        return this;
    }

    public AuditRule Secret(string property, string label)
    {
        secrets.Add(property);
        return Called(property, label);
    }

    public AuditRule Called(string property, string label)
    {
        labels[property] = label;
        return this;
    }

    /// <summary>For the id of something else, which is told by its name.</summary>
    public AuditRule Named(string property, string label, AuditLookup lookup)
    {
        lookups[property] = lookup;
        return Called(property, label);
    }

    public AuditRule NotWhenAdded()
    {
        RecordsAdding = false;
        return this;
    }

    public AuditRule NotWhenChanged()
    {
        RecordsChanging = false;
        return this;
    }

    public AuditRule WorkedOnInBulk()
    {
        IsWorkedOnInBulk = true;
        return this;
    }

    public bool Records(IReadOnlyProperty property)
    {
        var name = property.Name;
        if (labels.ContainsKey(name))
        {
            return true;
        }

        return only?.Contains(name) ?? !(left.Contains(name) || property.IsShadowProperty() || property.IsPrimaryKey() || property.IsForeignKey() || property.IsConcurrencyToken);
    }

    public bool IsSecret(string property) => secrets.Contains(property);

    public AuditLookup Lookup(string property) => lookups.GetValueOrDefault(property);

    public string Field(object entity, string property)
    {
        var label = labels.GetValueOrDefault(property) ?? AuditWords.Label(property);
        var part = Part(entity);
        return (part.Length, label.Length) switch
        {
            (0, _) => label,
            (_, 0) => part,
            _ => $"{part}, {label}",
        };
    }
}
