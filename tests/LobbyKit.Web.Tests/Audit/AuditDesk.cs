using LobbyKit.Web.Accounts;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Tests.Application;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Audit;

/// <summary>The real application with an admin signed in, and a burglar's way to its database.</summary>
public sealed class AuditDesk : IAsyncDisposable
{
    private AuditDesk(TestApplication application, Account admin, HttpClient browser) => (Application, Admin, Browser) = (application, admin, browser);

    public TestApplication Application { get; }

    public Account Admin { get; }

    public HttpClient Browser { get; }

    public static async Task<AuditDesk> OpenAsync(Dictionary<string, string?>? settings = null)
    {
        var application = new TestApplication(settings);
        var admin = await application.AddAccountAsync(AccountRoles.Admin, "anna@campaign.example");
        return new AuditDesk(application, admin, await application.SignInAsync("anna@campaign.example"));
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
        command.CommandText = "DROP TRIGGER AuditEntries_NoUpdate; DROP TRIGGER AuditEntries_NoDelete; DROP TRIGGER AuditSeals_NoUpdate; DROP TRIGGER AuditSeals_NoDelete; DROP TRIGGER AuditEntries_NoReplace; DROP TRIGGER AuditSeals_NoReplace; " + sql;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await Application.DisposeAsync();
    }
}
