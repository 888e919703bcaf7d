using System.Net;
using System.Net.Sockets;
using LobbyKit.Web.Commands;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data.Backups;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Tests.Audit;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Status;

/// <summary>An installation whose mail server is down, whose letters wait, whose contacts are stale and of which there is no backup.</summary>
public sealed class ProductionStatusTests(ProductionStatusTests.Installation installation) : IClassFixture<ProductionStatusTests.Installation>
{
    private readonly AuditDesk desk = installation.Desk;

    [Fact]
    public async Task A_mail_server_that_is_down_is_told_and_takes_no_node_away()
    {
        var (page, command, exitCode, ready, word) = await desk.AskAsync("Mail server");

        Assert.Contains($"127.0.0.1, port {installation.Port} cannot be reached", page, StringComparison.Ordinal);
        Assert.Contains("What to do: Look whether LobbyKit:Mail:Host", page, StringComparison.Ordinal);
        Assert.StartsWith("Degraded: ", command, StringComparison.Ordinal);
        Assert.Equal((1, HttpStatusCode.OK, "Degraded"), (exitCode, ready, word));
    }

    [Fact]
    public async Task E_mail_that_nobody_takes_is_told()
    {
        await desk.Application.ChangeDatabaseAsync(db =>
        {
            var due = desk.Application.Clock.GetUtcNow().UtcDateTime.AddHours(-2);
            db.Outbox.Add(new OutboxMail { Kind = MailKind.Account, MessageId = "stuck@campaign.example", CreatedAt = due, DueAt = due });
            return Task.CompletedTask;
        });

        var (page, command, exitCode, _, _) = await desk.AskAsync("Queue");

        Assert.Contains("1 e-mails wait, and the one that waits longest has been due for 120 minutes", page, StringComparison.Ordinal);
        Assert.StartsWith("Degraded: ", command, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task Stale_contacts_are_counted()
    {
        var all = await desk.Application.WithDatabaseAsync(db => db.Contacts.CountAsync(c => c.Channels.Count > 0));
        var now = desk.Application.Clock.GetUtcNow().UtcDateTime;
        await desk.Application.ChangeDatabaseAsync(async db =>
        {
            var channels = await db.Set<ContactChannel>().ToListAsync();
            channels.Where(c => c.ContactId == channels[0].ContactId).ToList().ForEach(c => c.VerifiedAt = now.AddDays(-179));
            channels.First(c => c.ContactId != channels[0].ContactId).VerifiedAt = now.AddDays(-181);
        });

        var (page, command, _, _, _) = await desk.AskAsync("Contacts");

        Assert.Contains($"{all - 1} of {all} contacts were not verified within 180 days", page, StringComparison.Ordinal);
        Assert.StartsWith("Degraded: ", command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_made_noted_and_missed_when_it_is_old()
    {
        var folder = Path.Combine(desk.Application.Folder, "backups");
        var keys = Path.Combine(desk.Application.Folder, "backups-of-keys");
        await desk.Application.ChangeDatabaseAsync(async db => db.BackupRecords.RemoveRange(await db.BackupRecords.ToListAsync()));
        var before = await desk.AskAsync("Last backup");
        await using var said = new StringWriter();

        var exitCode = await CommandLine.Of(["backup", folder, "--keys", keys]).RunAsync(desk.Application.Services, said, TextWriter.Null, CancellationToken.None);
        var after = await desk.AskAsync("Last backup");
        desk.Application.Clock.Advance(TimeSpan.FromDays(8));
        await desk.SignInAgainAsync();
        var late = await desk.AskAsync("Last backup");

        Assert.Equal(0, exitCode);
        Assert.Contains("No backup was ever made", before.OnPage, StringComparison.Ordinal);
        Assert.StartsWith("Healthy: The last backup was made on ", after.InCommand, StringComparison.Ordinal);
        Assert.Contains("more than 7 days ago", late.OnPage, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(keys, "key-*.xml"));
        var copy = Assert.Single(Directory.GetFiles(folder, "*.db"));
        Assert.Contains(copy, said.ToString(), StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(Directory.GetFiles(keys).Single()), await File.ReadAllTextAsync(Path.ChangeExtension(copy, ".json")), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(folder), f => f.EndsWith(".xml", StringComparison.Ordinal) || f.EndsWith(".unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_restored_with_its_keys_is_whole_and_keys_are_never_put_beside_it()
    {
        var folder = Path.Combine(desk.Application.Folder, "restored");
        await desk.SealAsync();
        var backup = desk.Application.Service<DatabaseBackup>();

        var copy = await backup.RunAsync(folder, null, CancellationToken.None);
        await using var restored = await AuditDesk.OpenAsync(new()
        {
            ["LobbyKit:Database:ConnectionString"] = $"Data Source={copy}",
            ["LobbyKit:Keys:Folder"] = Path.Combine(desk.Application.Folder, "keys"),
        }, "restored@campaign.example");
        var verdict = await restored.VerifyAsync();

        Assert.Null(verdict.Problem);
        Assert.True(verdict.Sealed + verdict.Unsealed > 80);
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => backup.RunAsync(folder, Path.Combine(folder, "keys"), CancellationToken.None));
        Assert.Contains("must not lie with the database", refusal.Message, StringComparison.Ordinal);
    }

    public sealed class Installation : IAsyncLifetime
    {
        public AuditDesk Desk { get; private set; } = null!;

        public int Port { get; private set; }

        public async Task InitializeAsync()
        {
            using (var closed = new TcpListener(IPAddress.Loopback, 0))
            {
                closed.Start();
                Port = ((IPEndPoint)closed.LocalEndpoint).Port;
            }

            Desk = await AuditDesk.OpenAsync(new()
            {
                ["environment"] = "Production",
                ["LobbyKit:Site:PublicUrl"] = "http://letters.example.org",
                ["LobbyKit:Accounts:RequireTwoFactorForAdmins"] = "false",
                ["LobbyKit:Role"] = "Web",
                ["LobbyKit:Mail:Host"] = "127.0.0.1",
                ["LobbyKit:Mail:Port"] = $"{Port}",
                ["LobbyKit:Mail:Security"] = "None",
                ["LobbyKit:Mail:FromAddress"] = "letters@campaign.example",
            });
        }

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
