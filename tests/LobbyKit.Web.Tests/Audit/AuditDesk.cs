using LobbyKit.Web.Accounts;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Tests.Application;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Audit;

/// <summary>The real application with an admin signed in, and a burglar's way to its database.</summary>
public sealed class AuditDesk : IAsyncDisposable
{
    private static readonly string[] Tables = ["AuditEntries", "AuditSeals"];

    private static readonly string[] Triggers = ["NoUpdate", "NoDelete", "NoReplace"];

    private AuditDesk(TestApplication application, Account admin, HttpClient browser) => (Application, Admin, Browser) = (application, admin, browser);

    public TestApplication Application { get; }

    public Account Admin { get; }

    public HttpClient Browser { get; private set; }

    public static async Task<AuditDesk> OpenAsync(Dictionary<string, string?>? settings = null, string email = "anna@campaign.example")
    {
        var application = new TestApplication(settings);
        var admin = await application.AddAccountAsync(AccountRoles.Admin, email);
        return new AuditDesk(application, admin, await application.SignInAsync(email));
    }

    /// <summary>A session ends while the clock jumps.</summary>
    public async Task SignInAgainAsync()
    {
        Browser.Dispose();
        Browser = await Application.SignInAsync(Admin.Email!);
    }

    public Task<List<AuditEntry>> EntriesAsync() => Application.WithDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Id).ToListAsync());

    public async Task<AuditEntry> LastAsync(AuditKind kind) => (await EntriesAsync()).Last(e => e.Kind == kind);

    public async Task SealAsync()
    {
        var sealing = Application.Service<AuditSealing>();
        // The application's own timer may be at it, too: whoever is second leaves it to the first.
        await Wait.ForAsync("the seals", async () =>
        {
            await sealing.RunAsync(CancellationToken.None);
            return await Application.WithDatabaseAsync(db => db.AuditEntries.AllAsync(e => db.AuditSeals.Any(s => s.EntryId == e.Id))) ? "" : null;
        });
    }

    public Task<AuditVerdict> VerifyAsync(string? head = null) => Application.Service<AuditVerification>().RunAsync(head, CancellationToken.None);

    /// <summary>Does to the database what only somebody with its file can, triggers and keys out of the way.</summary>
    public async Task BreakInAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Application.DatabaseFile};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = string.Concat(
            from table in Tables from trigger in Triggers select $"DROP TRIGGER IF EXISTS {table}_{trigger};")
            + string.Concat(Tables.Select(table => $"CREATE TABLE IF NOT EXISTS {table}_Kept AS SELECT * FROM {table};")) + sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Everything as it was before the first breaking in.</summary>
    public Task MendAsync() => BreakInAsync(string.Concat(Tables.Reverse().Select(table => $"DELETE FROM {table};"))
        + string.Concat(Tables.Select(table => $"INSERT INTO {table} SELECT * FROM {table}_Kept;")));

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Application.DisposeAsync();
    }
}
