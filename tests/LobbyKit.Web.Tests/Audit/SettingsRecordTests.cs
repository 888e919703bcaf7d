using LobbyKit.Web.Audit;
using LobbyKit.Web.Tests.Application;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Audit;

public sealed class SettingsRecordTests
{
    [Fact]
    public async Task A_setting_that_was_changed_between_two_starts_is_in_the_log_and_a_secret_only_as_changed()
    {
        await using var first = new TestApplication(new() { ["LobbyKit:Letters:RetentionDays"] = "30", ["LobbyKit:Mail:Password"] = "first", ["LobbyKit:Mail:UserName"] = "lobbykit" });
        await first.WithDatabaseAsync(db => db.AuditEntries.CountAsync());
        var database = $"Data Source={first.DatabaseFile}";
        await using var second = new TestApplication(new()
        {
            ["LobbyKit:Database:ConnectionString"] = database,
            ["LobbyKit:Keys:Folder"] = Path.Combine(first.Folder, "keys"),
            ["LobbyKit:Letters:RetentionDays"] = "60",
            ["LobbyKit:Mail:Password"] = "second",
            ["LobbyKit:Mail:UserName"] = "lobbykit",
        });

        var entries = await second.WithDatabaseAsync(db => db.AuditEntries.Where(e => e.Kind == AuditKind.Setting && e.Action == AuditAction.Changed).ToListAsync());
        var all = string.Join('\n', await second.WithDatabaseAsync(db => db.AuditEntries.Select(e => e.ChangesJson).ToListAsync()));
        var kept = await second.WithDatabaseAsync(db => db.RecordedSettings.SingleAsync(s => s.Name == "LobbyKit:Mail:Password"));

        Assert.Equal([new AuditChange("value", "30", "60")], entries.Single(e => e.SubjectName == "LobbyKit:Letters:RetentionDays").Changes);
        Assert.Equal([new AuditChange("secret value", "set", "set", IsSecret: true)], entries.Single(e => e.SubjectName == "LobbyKit:Mail:Password").Changes);
        Assert.DoesNotContain("second", all + kept.Value, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Folder, all, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
    }
}
