using System.Globalization;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Tests.Accounts;
using LobbyKit.Web.Tests.Application;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Audit;

/// <summary>What is saved is recorded, with before and after, in the same transaction, whoever saves it.</summary>
public sealed class AuditRecordingTests(AuditRecordingTests.Installation installation) : IClassFixture<AuditRecordingTests.Installation>
{
    private AuditDesk Desk => installation.Desk;

    [Fact]
    public async Task Seeding_is_the_installations_doing()
    {
        var entries = (await Desk.EntriesAsync()).Where(e => e.AccountId is null && e.ActorName == AuditEntry.Installation).ToList();

        Assert.Contains(entries, e => e.Kind == AuditKind.Campaign && e.Action == AuditAction.Added && e.SubjectName == "Keep Hope Alive");
        Assert.Contains(entries, e => e.Kind == AuditKind.Letter && e.Changes.Any(c => c is { Field: "version", After: "1" }));
        Assert.Contains(entries, e => e.Kind == AuditKind.Invitation && e.SubjectName == "the set-up link");
        Assert.Equal(
            await Desk.Application.WithDatabaseAsync(db => db.Contacts.CountAsync()),
            entries.Count(e => e.Kind == AuditKind.Contact && e.Action == AuditAction.Added));
        Assert.All(entries, e => Assert.Equal("", e.Address));
    }

    [Fact]
    public async Task A_change_on_a_page_says_who_when_from_where_before_and_after()
    {
        var olga = await Desk.Application.AddAccountAsync(AccountRoles.Organiser, "olga@campaign.example");
        var campaignId = await Desk.Application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());

        await Desk.Browser.SubmitAsync($"/en/admin/people/{olga.Id}", "Join", ("campaignId", $"{campaignId}"));
        var joined = await Desk.LastAsync(AuditKind.Person);
        await Desk.Browser.SubmitAsync($"/en/admin/people/{olga.Id}", "Role", ("role", AccountRoles.Admin));
        var promoted = await Desk.LastAsync(AuditKind.Person);
        await Desk.Browser.SubmitAsync($"/en/admin/people/{olga.Id}", "Leave", ("campaignId", $"{campaignId}"));
        var left = await Desk.LastAsync(AuditKind.Person);

        Assert.All([joined, promoted, left], e =>
        {
            Assert.Equal((Desk.Admin.Id, "anna", olga.Id.ToString(CultureInfo.InvariantCulture), "olga"), (e.AccountId, e.ActorName, e.SubjectId, e.SubjectName));
            Assert.Contains(e.Address, (string[])["127.0.0.1", "::1"]);
            Assert.InRange(e.At, Desk.Application.Clock.GetUtcNow().UtcDateTime.AddMinutes(-5), Desk.Application.Clock.GetUtcNow().UtcDateTime);
        });
        Assert.Equal([new AuditChange("team", null, "Keep Hope Alive")], joined.Changes);
        Assert.Equal([new AuditChange("role", "Organiser", "Admin")], promoted.Changes);
        Assert.Equal([new AuditChange("team", "Keep Hope Alive", null)], left.Changes);
        Assert.Equal("anna changed the role of olga.", AuditSentence.Of(promoted));
    }

    [Fact]
    public async Task A_contact_and_its_channels_are_told_together()
    {
        var before = "";
        var id = 0;
        await Desk.Application.ChangeDatabaseAsync(async db =>
        {
            var contact = await db.Contacts.Include(c => c.Channels).FirstAsync(c => c.CountryCode == "DE" && c.Channels.Any(ch => ch.Kind == ChannelKind.Email));
            (id, before) = (contact.Id, contact.Channel(ChannelKind.Email)!.Address);
            contact.Languages = ["de", "fr"];
            contact.Channel(ChannelKind.Email)!.Address = "neu@office.example";
            contact.Channel(ChannelKind.Email)!.VerifiedAt = new DateTime(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);
            contact.Channels.RemoveAll(c => c.Kind == ChannelKind.Phone);
            contact.SeedFingerprint = "not told";
        });

        var entry = (await Desk.Application.Service<AuditHistory>().OfAsync(AuditKind.Contact, id, CancellationToken.None))[0];

        Assert.Equal(AuditAction.Changed, entry.Action);
        Assert.Contains(new AuditChange("e-mail address", before, "neu@office.example"), entry.Changes);
        Assert.Contains(new AuditChange("e-mail address, verified", null, "2026-11-22 08:00:00 UTC"), entry.Changes);
        Assert.Contains(entry.Changes, c => c.Field == "languages" && c.After == "de; fr");
        Assert.DoesNotContain("not told", entry.ChangesJson, StringComparison.Ordinal);
        Assert.EndsWith(", Germany", entry.SubjectName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_is_told_under_its_subjects_name_though_only_the_part_was_loaded()
    {
        var channel = await Desk.Application.WithDatabaseAsync(db => db.Set<ContactChannel>().Where(c => c.Kind == ChannelKind.WebForm).FirstAsync());
        await Desk.Application.ChangeDatabaseAsync(async db => (await db.Set<ContactChannel>().SingleAsync(c => c.Id == channel.Id)).Address = "https://office.example/new");

        var entry = (await Desk.Application.Service<AuditHistory>().OfAsync(AuditKind.Contact, channel.ContactId, CancellationToken.None))[0];

        Assert.Equal([new AuditChange("web form", channel.Address, "https://office.example/new")], entry.Changes);
        var contact = await Desk.Application.WithDatabaseAsync(db => db.Contacts.SingleAsync(c => c.Id == channel.ContactId));
        Assert.Equal($"{contact.Office}, {contact.CountryName}", entry.SubjectName);
    }

    [Fact]
    public async Task What_is_rolled_back_or_fails_is_not_recorded_and_what_follows_is()
    {
        var before = (await Desk.EntriesAsync()).Count(e => e.Kind == AuditKind.Contact);
        await using var db = await Desk.Application.Service<IDbContextFactory<LobbyKitDbContext>>().CreateDbContextAsync();
        var contacts = await db.Contacts.OrderBy(c => c.Id).Take(2).ToListAsync();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            contacts[0].Note = "Rolled back";
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
        }

        (contacts[1].CountryCode, contacts[1].Role, contacts[1].Office) = (contacts[0].CountryCode, contacts[0].Role, contacts[0].Office);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.Null(db.Database.CurrentTransaction);
        Assert.Equal(before, (await Desk.EntriesAsync()).Count(e => e.Kind == AuditKind.Contact));

        await db.Entry(contacts[1]).ReloadAsync();
        contacts[1].Note = "Saved";
        await db.SaveChangesAsync();

        Assert.Equal(before + 1, (await Desk.EntriesAsync()).Count(e => e.Kind == AuditKind.Contact));
        Assert.Empty(db.ChangeTracker.Entries<AuditEntry>());
    }

    [Fact]
    public async Task Saving_what_has_not_changed_and_signing_in_say_nothing()
    {
        var before = (await Desk.EntriesAsync()).Count;
        await Desk.Application.ChangeDatabaseAsync(async db =>
        {
            var contact = await db.Contacts.FirstAsync(c => c.CountryCode == "FR");
            contact.Note += "";
            db.Entry(contact).State = EntityState.Modified;
        });
        using var again = await Desk.Application.SignInAsync("anna@campaign.example");
        using var wrong = Desk.Application.NewClient();
        await wrong.SubmitAsync("/en/account/sign-in", null, ("Email", "anna@campaign.example"), ("Password", "not the password"));

        Assert.Equal(before, (await Desk.EntriesAsync()).Count);
    }

    [Fact]
    public async Task No_secret_is_in_the_log()
    {
        var person = await Desk.Application.AddAccountAsync(AccountRoles.Organiser, "secret@campaign.example");
        await using var scope = Desk.Application.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await accounts.FindByIdAsync($"{person.Id}"))!;
        var first = account.PasswordHash!;
        await accounts.ResetAuthenticatorKeyAsync(account);
        var key = (await accounts.GetAuthenticatorKeyAsync(account))!;
        var codes = (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 3))!.ToList();
        await accounts.ChangePasswordAsync(account, TestApplication.Password, "another battery horse staple");
        await Desk.Browser.SubmitAsync("/en/admin/people/invite", null, ("Email", "token@campaign.example"), ("Role", "Organiser"));
        var tokens = await Desk.Application.WithDatabaseAsync(db => db.OneTimeLinks.Select(l => l.TokenHash).ToListAsync());

        var log = string.Join('\n', (await Desk.EntriesAsync()).Select(e => $"{e.SubjectName} {e.ChangesJson}"));
        var changed = (await Desk.EntriesAsync()).Last(e => e.SubjectId == $"{person.Id}" && e.Kind == AuditKind.Person);

        Assert.All([first, account.PasswordHash!, account.SecurityStamp!, key, .. codes, .. tokens], secret => Assert.DoesNotContain(secret, log, StringComparison.Ordinal));
        Assert.Contains(changed.Changes, c => c is { Field: "password", IsSecret: true });
        Assert.Contains("authenticator key", log, StringComparison.Ordinal);
        Assert.Contains("recovery codes", log, StringComparison.Ordinal);
        Assert.Contains("token@campaign.example", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supporters_suggestion_leaves_no_trace_of_anybody()
    {
        var before = (await Desk.EntriesAsync()).Count;
        await Desk.Application.ChangeDatabaseAsync(db =>
        {
            db.ContactSuggestions.Add(new ContactSuggestion { CountryCode = "NG", Office = "Office", Address = "a@office.example", Source = "", Fingerprint = "one" });
            return Task.CompletedTask;
        });
        var added = (await Desk.EntriesAsync()).Count;
        await Desk.Application.ChangeDatabaseAsync(async db => db.ContactSuggestions.Remove(await db.ContactSuggestions.SingleAsync()));

        Assert.Equal(before, added);
        Assert.Equal((AuditAction.Removed, "Office, NG"), (await Desk.LastAsync(AuditKind.Suggestion)) is var e ? (e.Action, e.SubjectName) : default);
    }

    [Fact]
    public async Task A_removed_person_is_told_by_name_with_what_they_could_do()
    {
        var gone = await Desk.Application.AddAccountAsync(AccountRoles.Organiser, "gone@campaign.example", 1);
        await Desk.Browser.SubmitAsync($"/en/admin/people/{gone.Id}", "Remove");

        var entry = await Desk.LastAsync(AuditKind.Person);

        Assert.Equal((AuditAction.Removed, "gone"), (entry.Action, entry.SubjectName));
        Assert.Contains(new AuditChange("role", "Organiser", null), entry.Changes);
        Assert.Contains(new AuditChange("team", "Keep Hope Alive", null), entry.Changes);
        Assert.Contains(new AuditChange("e-mail address", "gone@campaign.example", null), entry.Changes);
    }

    public sealed class Installation : IAsyncLifetime
    {
        public AuditDesk Desk { get; private set; } = null!;

        public async Task InitializeAsync() => Desk = await AuditDesk.OpenAsync();

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
