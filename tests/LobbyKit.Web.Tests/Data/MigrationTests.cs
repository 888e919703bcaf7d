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
