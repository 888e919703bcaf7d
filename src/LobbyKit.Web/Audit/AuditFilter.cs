namespace LobbyKit.Web.Audit;

/// <summary>Which entries to show. What is null or empty narrows nothing.</summary>
public sealed record AuditFilter
{
    public AuditKind? Kind { get; init; }

    public string SubjectId { get; init; } = "";

    /// <summary>0 for the installation itself and for who was not signed in.</summary>
    public int? AccountId { get; init; }

    /// <summary>The first day, UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, UTC.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Somewhere in the names, the fields, or the values before and after.</summary>
    public string Text { get; init; } = "";
}
