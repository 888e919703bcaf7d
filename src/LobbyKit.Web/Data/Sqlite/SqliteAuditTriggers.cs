namespace LobbyKit.Web.Data.Sqlite;

/// <summary>The database itself refuses to change or take out what is in the audit log. Written by hand, called by a migration.</summary>
internal static class SqliteAuditTriggers
{
    private static readonly string[] Tables = ["AuditEntries", "AuditSeals"];

    private static readonly string[] Verbs = ["UPDATE", "DELETE"];

    public static IReadOnlyList<string> Create { get; } = [.. Triggers().Select(t =>
        $"CREATE TRIGGER {t.Name} BEFORE {t.Verb} ON {t.Table} BEGIN SELECT RAISE(ABORT, 'The audit log is only ever added to.'); END;")];

    public static IReadOnlyList<string> Drop { get; } = [.. Triggers().Select(t => $"DROP TRIGGER {t.Name};")];

    private static IEnumerable<(string Name, string Table, string Verb)> Triggers() =>
        from table in Tables
        from verb in Verbs
        select ($"{table}_No{verb[0]}{verb[1..].ToLowerInvariant()}", table, verb);
}
