using LobbyKit.Web.Audit;
using LobbyKit.Web.Tests.Application;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Audit;

/// <summary>Somebody with the database, and without the keys, tries to make something not have happened.</summary>
public sealed class AuditChainTests : IAsyncLifetime
{
    private AuditDesk desk = null!;

    public async Task InitializeAsync()
    {
        desk = await AuditDesk.OpenAsync();
        await desk.SealAsync();
    }

    public async Task DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task Left_alone_the_chain_is_whole()
    {
        var entries = await desk.EntriesAsync();

        var verdict = await desk.VerifyAsync();

        Assert.Null(verdict.Problem);
        Assert.Equal((entries.Count, 0), (verdict.Sealed, verdict.Unsealed));
        Assert.StartsWith($"{entries.Count}:", verdict.Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ActorName = 'Somebody else'")]
    [InlineData("ChangesJson = replace(ChangesJson, 'a', 'b')")]
    [InlineData("At = '2020-01-01 00:00:00'")]
    [InlineData("Address = '192.0.2.1'")]
    [InlineData("SubjectId = '999'")]
    [InlineData("AccountId = 1")]
    public async Task A_changed_entry_is_named(string change)
    {
        await desk.BreakInAsync($"UPDATE AuditEntries SET {change} WHERE Id = 5");

        var verdict = await desk.VerifyAsync();

        Assert.Equal((5L, 4L), (verdict.EntryId, verdict.Sealed));
        Assert.StartsWith("Entry 5 is not as it was written. It now says: ", verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_was_taken_out_is_named()
    {
        await desk.BreakInAsync("DELETE FROM AuditEntries WHERE Id = 5");

        var verdict = await desk.VerifyAsync();

        Assert.StartsWith("Entry 5 is gone. It was sealed as number 5 on ", verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_was_taken_out_with_its_seal_leaves_a_gap()
    {
        await desk.BreakInAsync("DELETE FROM AuditSeals WHERE Sequence = 5; DELETE FROM AuditEntries WHERE Id = 5");

        Assert.StartsWith("Seal 5 is gone; the next one is 6.", (await desk.VerifyAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_that_was_closed_does_not_fit()
    {
        await desk.BreakInAsync(
            "DELETE FROM AuditSeals WHERE Sequence = 5; DELETE FROM AuditEntries WHERE Id = 5; "
            + "UPDATE AuditSeals SET Sequence = -Sequence WHERE Sequence > 5; UPDATE AuditSeals SET Sequence = -Sequence - 1 WHERE Sequence < 0");

        Assert.StartsWith("Entry 6 is not the one that was sealed as number 5", (await desk.VerifyAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchanged_entries_are_named()
    {
        await desk.BreakInAsync("UPDATE AuditEntries SET Id = -5 WHERE Id = 5; UPDATE AuditEntries SET Id = 5 WHERE Id = 6; UPDATE AuditEntries SET Id = 6 WHERE Id = -5");

        Assert.StartsWith("Entry 5 is not the one that was sealed as number 5", (await desk.VerifyAsync()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_somebody_else_put_in_is_named_sealed_or_not()
    {
        await desk.BreakInAsync(
            "INSERT INTO AuditEntries (Id, Nonce, At, AccountId, ActorName, Address, Action, Kind, SubjectId, SubjectName, ChangesJson, Mac) "
            + "SELECT 1000, Nonce, At, 1, 'Anna', Address, Action, Kind, SubjectId, SubjectName, ChangesJson, 'made-up' FROM AuditEntries WHERE Id = 5");
        await desk.SealAsync();

        var verdict = await desk.VerifyAsync();

        Assert.Equal(1000, verdict.EntryId);
        Assert.Contains("Entry 1000", verdict.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_true_entry_is_named()
    {
        await desk.BreakInAsync(
            "DROP INDEX IX_AuditEntries_Mac; INSERT INTO AuditEntries (Id, Nonce, At, AccountId, ActorName, Address, Action, Kind, SubjectId, SubjectName, ChangesJson, Mac) "
            + "SELECT 1000, Nonce, At, AccountId, ActorName, Address, Action, Kind, SubjectId, SubjectName, ChangesJson, Mac FROM AuditEntries WHERE Id = 5");
        await desk.SealAsync();

        Assert.Equal("Entry 1000 is a copy of another one.", (await desk.VerifyAsync()).Problem);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_seen_with_a_head_that_was_noted()
    {
        var head = (await desk.VerifyAsync()).Head;
        await desk.BreakInAsync(
            "DELETE FROM AuditSeals WHERE Sequence > (SELECT max(Sequence) - 3 FROM AuditSeals); DELETE FROM AuditEntries WHERE Id > (SELECT max(EntryId) FROM AuditSeals)");

        Assert.Null((await desk.VerifyAsync()).Problem);
        Assert.StartsWith($"The chain does not go through {head}.", (await desk.VerifyAsync(head)).Problem, StringComparison.Ordinal);
        Assert.Contains(desk.Application.LogLines, l => l.Contains($"its head is {head}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_right_keys_nothing_is_said_to_be_whole()
    {
        var other = Directory.CreateTempSubdirectory("lobbykit-keys-").FullName;
        await using var stranger = new TestApplication(new() { ["LobbyKit:Keys:Folder"] = other });
        stranger.Service<AuditVerification>();
        SqliteConnection.ClearAllPools();
        var folder = Path.Combine(desk.Application.Folder, "keys");
        foreach (var key in Directory.GetFiles(folder))
        {
            File.Delete(key);
        }

        Assert.Contains("do not open this installation's secret", (await desk.VerifyAsync()).Problem, StringComparison.Ordinal);
        Directory.Delete(other, recursive: true);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET ActorName = 'x' WHERE Id = 1")]
    [InlineData("DELETE FROM AuditEntries")]
    [InlineData("UPDATE AuditSeals SET Hash = 'x'")]
    [InlineData("DELETE FROM AuditSeals WHERE Sequence = 1")]
    [InlineData("INSERT OR REPLACE INTO AuditSeals (Sequence, EntryId, SealedAt, Hash) VALUES (1, 2, '2020-01-01', 'x')")]
    [InlineData("INSERT OR REPLACE INTO AuditEntries SELECT * FROM AuditEntries WHERE Id = 1")]
    public async Task The_database_itself_refuses(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={desk.Application.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;

        var refusal = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync());

        Assert.Contains("only ever added to", refusal.Message, StringComparison.Ordinal);
        Assert.Null((await desk.VerifyAsync()).Problem);
    }

    [Fact]
    public async Task The_application_refuses_by_saving_and_in_bulk()
    {
        await using var db = await desk.Application.Service<IDbContextFactory<LobbyKit.Web.Data.LobbyKitDbContext>>().CreateDbContextAsync();
        db.AuditEntries.Remove(await db.AuditEntries.FirstAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.Entry(await db.AuditEntries.FirstAsync()).Property(e => e.ActorName).CurrentValue = "x";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.AuditEntries.ExecuteDeleteAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.AuditSeals.Where(s => s.Sequence > 1).ExecuteUpdateAsync(set => set.SetProperty(s => s.Hash, "x")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Contacts.SelectMany(c => c.Channels).ExecuteDeleteAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Users.Where(u => u.Id > 0).ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, "x")));
    }

    [Fact]
    public async Task Two_hosts_that_write_and_seal_at_once_make_one_whole_chain()
    {
        const int writes = 15;
        await using var second = new TestApplication(new()
        {
            ["LobbyKit:Database:ConnectionString"] = $"Data Source={desk.Application.DatabaseFile}",
            ["LobbyKit:Keys:Folder"] = Path.Combine(desk.Application.Folder, "keys"),
        });
        var before = (await desk.EntriesAsync()).Count;

        await Task.WhenAll(new[] { desk.Application, second }.SelectMany((host, h) => Enumerable.Range(0, 2).Select(async part =>
        {
            for (var i = 0; i < writes; i++)
            {
                await host.ChangeDatabaseAsync(async db => (await db.Contacts.OrderBy(c => c.Id).Skip((2 * h) + part).FirstAsync()).Note = $"Note {i}");
                await host.Service<AuditSealing>().RunAsync(CancellationToken.None);
            }
        })));
        await desk.SealAsync();

        var verdict = await desk.VerifyAsync();
        Assert.Null(verdict.Problem);
        Assert.True(verdict.Sealed >= before + (4 * writes), $"{verdict.Sealed} are sealed.");
        Assert.Equal(verdict.Sealed, (await desk.EntriesAsync()).Count);
    }
}
