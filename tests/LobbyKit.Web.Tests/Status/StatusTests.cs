using System.Net;
using LobbyKit.Web.Data;
using LobbyKit.Web.Status;
using LobbyKit.Web.Tests.Audit;

namespace LobbyKit.Web.Tests.Status;

/// <summary>Everything that can be wrong is made wrong once: the page, the command and the public address have to say so.</summary>
public sealed class StatusTests(StatusTests.Installation installation) : IClassFixture<StatusTests.Installation>
{
    private readonly AuditDesk desk = installation.Desk;

    [Fact]
    public async Task Out_of_the_box_everything_is_well_and_every_check_is_there()
    {
        var (exitCode, findings) = await StatusDesk.CheckAsync(desk.Application);
        var (page, _, _, ready, word) = await desk.AskAsync("Build");

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["Build", "Database", "Migrations", "Queue", "Mail server", "Keys", "Disk", "Contacts", "Returned mail", "Last backup", "Audit log"],
            findings.RootElement.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("name").GetString()));
        Assert.Contains($"the {ThisBuild.Kind} build", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), (ready, word));
    }

    [Fact]
    public async Task A_locked_database_is_told()
    {
        await using var holder = await desk.OpenDatabaseAsync("BEGIN EXCLUSIVE");

        var (page, command, exitCode, ready, word) = await desk.AskAsync("Database");

        Assert.Contains("Wrong", page, StringComparison.Ordinal);
        Assert.Contains("cannot be written to: SQLite Error 5: 'database is locked'", page, StringComparison.Ordinal);
        Assert.Contains("What to do: Look whether LobbyKit:Database:ConnectionString", page, StringComparison.Ordinal);
        Assert.StartsWith("Unhealthy: The database", command, StringComparison.Ordinal);
        Assert.Equal((1, HttpStatusCode.ServiceUnavailable, "Unhealthy"), (exitCode, ready, word));
    }

    [Theory]
    [InlineData("DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory)", "The database lacks 1 of")]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_FromTheFuture', '99.0.0')", "of a newer LobbyKit")]
    public async Task Migrations_that_do_not_fit_are_told(string change, string finding)
    {
        await (await desk.OpenDatabaseAsync($"CREATE TABLE Kept AS SELECT * FROM __EFMigrationsHistory; {change}")).DisposeAsync();

        var (page, command, exitCode, ready, word) = await desk.AskAsync("Migrations");

        await (await desk.OpenDatabaseAsync("DELETE FROM __EFMigrationsHistory; INSERT INTO __EFMigrationsHistory SELECT * FROM Kept; DROP TABLE Kept")).DisposeAsync();
        Assert.Contains(finding, page, StringComparison.Ordinal);
        Assert.Contains("What to do:", page, StringComparison.Ordinal);
        Assert.Contains(finding, command, StringComparison.Ordinal);
        Assert.Equal((1, HttpStatusCode.ServiceUnavailable, "Unhealthy"), (exitCode, ready, word));
    }

    [Theory]
    [InlineData(false, "is gone")]
    [InlineData(true, "holds no key")]
    public async Task Keys_that_are_gone_are_told_while_the_process_still_has_them(bool emptyFolder, string finding)
    {
        var keys = Path.Combine(desk.Application.Folder, "keys");
        Directory.Move(keys, keys + "-away");
        if (emptyFolder)
        {
            Directory.CreateDirectory(keys);
        }

        var (page, command, exitCode, ready, word) = await desk.AskAsync("Keys");

        if (emptyFolder)
        {
            Directory.Delete(keys);
        }

        Directory.Move(keys + "-away", keys);
        Assert.Contains(finding, page, StringComparison.Ordinal);
        Assert.Contains("Put the keys back", page, StringComparison.Ordinal);
        Assert.StartsWith("Unhealthy: ", command, StringComparison.Ordinal);
        Assert.Equal((1, HttpStatusCode.ServiceUnavailable, "Unhealthy"), (exitCode, ready, word));
    }

    [Fact]
    public async Task The_key_that_sealed_the_secret_is_missed_by_its_id()
    {
        var keys = Path.Combine(desk.Application.Folder, "keys");
        var key = Directory.GetFiles(keys, "key-*.xml").Single();
        var other = Path.Combine(keys, $"key-{Guid.Empty:D}.xml");
        File.Move(key, other);

        var (page, _, exitCode, _, _) = await desk.AskAsync("Keys");

        File.Move(other, key);
        Assert.Contains($"The key {Path.GetFileName(key)[4..^4]}, with which", page, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task The_public_addresses_say_one_word_without_a_language_and_live_asks_nothing()
    {
        await using var holder = await desk.OpenDatabaseAsync("BEGIN EXCLUSIVE");
        using var stranger = desk.Application.NewClient();

        using var live = await stranger.GetAsync("/health/live");
        using var ready = await stranger.GetAsync("/health/ready");

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (live.StatusCode, await live.Content.ReadAsStringAsync()));
        Assert.Contains(await ready.Content.ReadAsStringAsync(), (string[])["Healthy", "Unhealthy"]);
        Assert.True(live.Headers.CacheControl!.NoStore && ready.Headers.CacheControl!.NoStore);
        Assert.False(live.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_disks_least_room_is_a_setting()
    {
        await using var full = await AuditDesk.OpenAsync(new() { ["LobbyKit:Status:MinimumFreeMegabytes"] = "100000000" });

        var (page, command, exitCode, ready, word) = await full.AskAsync("Disk");

        Assert.Contains("100,000,000 MB is the least", page, StringComparison.Ordinal);
        Assert.Contains("Make room", page, StringComparison.Ordinal);
        Assert.Contains(full.Application.Service<IDatabaseEngine>().Folder!, command, StringComparison.Ordinal);
        Assert.Equal((1, HttpStatusCode.ServiceUnavailable, "Unhealthy"), (exitCode, ready, word));
    }

    public sealed class Installation : IAsyncLifetime
    {
        public AuditDesk Desk { get; private set; } = null!;

        public async Task InitializeAsync() => Desk = await AuditDesk.OpenAsync(new() { ["LobbyKit:Status:TimeoutSeconds"] = "1" });

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
