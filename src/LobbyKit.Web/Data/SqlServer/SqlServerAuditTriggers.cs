namespace LobbyKit.Web.Data.SqlServer;

/// <summary>The database itself refuses to change or take out what is in the audit log. Written by hand, called by a migration.</summary>
public static class SqlServerAuditTriggers
{
    private static readonly string[] Tables = ["AuditEntries", "AuditSeals"];

    /// <summary>Each as EXEC: a trigger has to be a batch of its own, which an idempotent script is not.</summary>
    public static IReadOnlyList<string> Create { get; } = [.. Statements().Select(s => $"EXEC(N'{s.Replace("'", "''", StringComparison.Ordinal)}');")];

    public static IReadOnlyList<string> Drop { get; } = ["DROP TRIGGER [AuditEntries_OnlyAdd];", "DROP TRIGGER [AuditSeals_OnlyAdd];"];

    /// <summary>The triggers as they are; also refused is TRUNCATE of the entries, by the seals' foreign key.</summary>
    public static IEnumerable<string> Statements() => Tables.Select(table =>
        $"""
        CREATE TRIGGER [{table}_OnlyAdd] ON [{table}] INSTEAD OF UPDATE, DELETE AS
        BEGIN
            THROW 51000, 'The audit log is only ever added to.', 1;
        END
        """);
}
