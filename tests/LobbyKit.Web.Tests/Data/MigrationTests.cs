using System.Diagnostics;
using LobbyKit.Web.Data;
using LobbyKit.Web.Data.Sqlite;
using LobbyKit.Web.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LobbyKit.Web.Tests.Data;

public sealed class MigrationTests
{
    [Fact]
    public void The_migrations_are_the_model_for_SQLite()
    {
        using var db = Sqlite();

        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: scripts/add-migration NAME.");
    }

    [Fact]
    public void The_migrations_are_the_model_for_SQL_Server()
    {
        using var db = SqlServer();

        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: scripts/add-migration NAME.");
    }

    [Fact]
    public void Both_databases_have_the_same_migrations()
    {
        using var sqlite = Sqlite();
        using var sqlServer = SqlServer();

        Assert.Equal(Names(sqlite), Names(sqlServer));
    }

    [Fact]
    public async Task An_update_keeps_the_texts_of_letters_and_of_what_waits_and_can_be_taken_back()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("lobbykit-migration-").FullName, "lobbykit.db");
        var options = new DbContextOptionsBuilder<SqliteLobbyKitDbContext>().UseSqlite($"Data Source={file};Foreign Keys=False;Pooling=False").Options;
        await using var db = new SqliteLobbyKitDbContext(options);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("DeliveryAndReturns");
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO Letters (Id, SealedContent, State, CampaignId, ContactId, TemplateVersionId, CountryCode, Language, ReaderLanguage, Route, ReceiptTokenHash, ConsentVersion, ConsentAt, CreatedAt, CreatedOn, StateAt, Revision)
            SELECT Id, Text, 'Queued', 1, 1, 1, 'FR', 'fr', 'fr', 'Server', Id, '1', '2026-11-22', '2026-11-22', '2026-11-22', '2026-11-22', 1 FROM (SELECT 7 AS Id, x'0102' AS Text UNION SELECT 8, NULL);
            INSERT INTO Outbox (Id, LetterId, SealedMail, State, Kind, MessageId, CreatedAt, DueAt, AttemptCount, EndedBy, EndedBecause)
            SELECT Id, Id - 10, Text, 'Waiting', 10, Id, '2026-11-22', '2026-11-22', 0, '', '' FROM (SELECT 17 AS Id, x'0304' AS Text UNION SELECT 18, NULL);
            """);

        await migrator.MigrateAsync("TextsApart");

        Assert.Equal([(7, true, [1, 2]), (8, false, null)], (await db.Letters.OrderBy(l => l.Id).Select(l => new { l.Id, l.HasText, l.Sealed!.Content }).ToListAsync()).Select(l => (l.Id, l.HasText, (byte[]?)l.Content)));
        Assert.Equal([(17, [3, 4]), (18, null)], (await db.Outbox.OrderBy(m => m.Id).Select(m => new { m.Id, m.Sealed!.Content }).ToListAsync()).Select(m => (m.Id, (byte[]?)m.Content)));

        await migrator.MigrateAsync("DeliveryAndReturns");

        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM Letters WHERE Id = 7 AND SealedContent = x'0102'").SingleAsync());
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM Outbox WHERE Id = 17 AND SealedMail = x'0304'").SingleAsync());
        Assert.Equal(2, await db.Database.SqlQuery<int>($"SELECT (SELECT COUNT(*) FROM Letters WHERE SealedContent IS NULL) + (SELECT COUNT(*) FROM Outbox WHERE SealedMail IS NULL) AS Value").SingleAsync());
    }

    [Fact]
    public void An_update_of_SQLite_that_is_cut_off_leaves_the_database_as_it_was()
    {
        // Where a table has to be made anew, Entity Framework turns foreign keys off, which no transaction can: it goes on in a second one.
        Assert.DoesNotContain("PRAGMA foreign_keys", Sqlite().GetService<IMigrator>().GenerateScript(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_looked_up_by_has_a_length_on_SQL_Server()
    {
        using var db = SqlServer();
        var unbounded = db.Model.GetEntityTypes().SelectMany(t => t.GetIndexes()).SelectMany(i => i.Properties)
            .Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null && p.GetProviderClrType() is null);

        Assert.Empty(unbounded.Select(p => $"{p.DeclaringType.DisplayName()}.{p.Name}"));
    }

    [SkippableFact]
    public async Task The_script_for_SQL_Server_is_Transact_SQL()
    {
        var parser = "/usr/bin/sqlfluff";
        Skip.IfNot(File.Exists(parser), "sqlfluff is not installed: the script for SQL Server is generated, not parsed.");
        using var db = SqlServer();
        var script = db.GetService<IMigrator>().GenerateScript();
        Assert.Contains("CREATE TABLE [Letters]", script, StringComparison.Ordinal);
        // Within EXEC they are but a text to the parser: after each, as it is run.
        Assert.All(SqlServerAuditTriggers.Create, trigger => Assert.Contains(trigger, script, StringComparison.Ordinal));
        script += string.Concat(SqlServerAuditTriggers.Statements().Select(trigger => $"\nGO\n{trigger}\nGO\n"));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, script);

        using var process = Process.Start(new ProcessStartInfo(parser, ["parse", "--dialect", "tsql", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(file);

        var unparsable = (await output).Split('\n').Where(l => l.Contains("unparsable", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(unparsable);
        Assert.True(process.ExitCode == 0, await errors);
    }

    private static SqliteLobbyKitDbContext Sqlite() => new SqliteDesignTimeFactory().CreateDbContext([]);

    private static SqlServerLobbyKitDbContext SqlServer() => new SqlServerDesignTimeFactory().CreateDbContext([]);

    private static IEnumerable<string> Names(LobbyKitDbContext db) => db.Database.GetMigrations().Select(m => m[(m.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
