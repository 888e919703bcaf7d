using LobbyKit.Web.Audit;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Tests.Application;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Audit;

/// <summary>Nobody changes the log or takes anything out of it, and any number of hosts add to it.</summary>
public sealed class AppendOnlyTests(AppendOnlyTests.Installation installation) : IClassFixture<AppendOnlyTests.Installation>
{
    private readonly AuditDesk desk = installation.Desk;

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
        await using var db = await desk.Application.Service<IDbContextFactory<LobbyKitDbContext>>().CreateDbContextAsync();
        db.AuditEntries.Remove(await db.AuditEntries.FirstAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.Entry(await db.AuditEntries.FirstAsync()).Property(e => e.ActorName).CurrentValue = "x";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.AuditEntries.ExecuteDeleteAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.AuditSeals.Where(s => s.Sequence > 1).ExecuteUpdateAsync(set => set.SetProperty(s => s.Hash, "x")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Contacts.SelectMany(c => c.Channels).ExecuteDeleteAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Users.Where(u => u.Id > 0).ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, "x")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InsertAsync([new Contact { CountryCode = "FR", CountryName = "France", Office = "x" }], CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InsertAsync<AuditEntry>([], CancellationToken.None));
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

    public sealed class Installation : IAsyncLifetime
    {
        public AuditDesk Desk { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Desk = await AuditDesk.OpenAsync();
            await Desk.SealAsync();
        }

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
