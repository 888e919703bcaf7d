namespace LobbyKit.Web.Audit;

/// <summary>An entry in one sentence, for people who look for who did what.</summary>
public static class AuditSentence
{
    internal const string SetUpLink = "the set-up link";

    private const int MostFields = 3;

    public static string Of(AuditEntry entry) => entry.Action switch
    {
        AuditAction.Changed when entry.Kind == AuditKind.Import =>
            $"{entry.ActorName} {(entry.Changes.Any(c => c.Field == AuditRules.Undone) ? "undid" : "applied")} the import of contacts {entry.SubjectName}.",
        AuditAction.Added => $"{entry.ActorName} added {Kind(entry)}{entry.SubjectName}{By(entry)}.",
        AuditAction.Removed => $"{entry.ActorName} removed {Kind(entry)}{entry.SubjectName}{By(entry)}.",
        _ => $"{entry.ActorName} changed the {Fields(entry.Changes)} of {Kind(entry)}{entry.SubjectName}{By(entry)}.",
    };

    /// <summary>As admins choose it from a list.</summary>
    public static string Name(AuditKind kind) => kind switch
    {
        AuditKind.Contact => "Contacts",
        AuditKind.Suggestion => "Suggestions",
        AuditKind.Import => "Imports of contacts",
        AuditKind.Campaign => "Campaigns",
        AuditKind.Picture => "Pictures",
        AuditKind.Letter => "Letter templates",
        AuditKind.Person => "People",
        AuditKind.Invitation => "Invitations",
        AuditKind.Delivery => "Delivery",
        AuditKind.Setting => "Settings",
        _ => kind.ToString(),
    };

    // A contact's and a person's name speak for themselves.
    private static string Kind(AuditEntry entry) => entry.Kind switch
    {
        AuditKind.Suggestion => "the suggestion ",
        AuditKind.Campaign => "the campaign ",
        AuditKind.Picture => "the picture ",
        AuditKind.Letter => "the letter template ",
        AuditKind.Invitation when entry.SubjectName != SetUpLink => "the invitation of ",
        AuditKind.Delivery => "the pause of ",
        AuditKind.Setting => "the setting ",
        _ => "",
    };

    private static string By(AuditEntry entry) => entry.ImportId is { } import ? $" by import {import}" : "";

    private static string Fields(IReadOnlyList<AuditChange> changes)
    {
        var fields = changes.Where(c => c.ImportId is null).Select(c => c.Field).Distinct().ToList();
        return fields.Count switch
        {
            0 => "state",
            1 => fields[0],
            <= MostFields => $"{string.Join("; ", fields[..^1])} and {fields[^1]}",
            _ => $"{string.Join("; ", fields[..MostFields])} and {fields.Count - MostFields} more",
        };
    }
}
