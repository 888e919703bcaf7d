namespace LobbyKit.Web.Data.Sqlite;

/// <summary>The database itself refuses to change or take out what is in the audit log. Written by hand, called by a migration.</summary>
internal static class SqliteAuditTriggers
{
    private const string Refuse = "SELECT RAISE(ABORT, 'The audit log is only ever added to.');";

    private static readonly string[] Tables = ["AuditEntries", "AuditSeals"];

    private static readonly string[] Verbs = ["UPDATE", "DELETE"];

    public static IReadOnlyList<string> Create { get; } =
    [
        .. Triggers().Select(t => $"CREATE TRIGGER {t.Name} BEFORE {t.Verb} ON {t.Table} BEGIN {Refuse} END;"),
        // INSERT OR REPLACE takes the old row out without asking the trigger for DELETE.
        $"CREATE TRIGGER AuditEntries_NoReplace BEFORE INSERT ON AuditEntries WHEN EXISTS (SELECT 1 FROM AuditEntries WHERE Id = NEW.Id OR Mac = NEW.Mac) BEGIN {Refuse} END;",
        $"CREATE TRIGGER AuditSeals_NoReplace BEFORE INSERT ON AuditSeals WHEN EXISTS (SELECT 1 FROM AuditSeals WHERE Sequence = NEW.Sequence OR EntryId = NEW.EntryId) BEGIN {Refuse} END;",
    ];

    public static IReadOnlyList<string> Drop { get; } =
        [.. Triggers().Select(t => $"DROP TRIGGER {t.Name};"), "DROP TRIGGER AuditEntries_NoReplace;", "DROP TRIGGER AuditSeals_NoReplace;"];

    private static IEnumerable<(string Name, string Table, string Verb)> Triggers() =>
        from table in Tables
        from verb in Verbs
        select ($"{table}_No{verb[0]}{verb[1..].ToLowerInvariant()}", table, verb);
}
