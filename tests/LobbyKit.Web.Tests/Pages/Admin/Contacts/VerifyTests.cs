using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts;

/// <summary>On an installation of its own: the work list is about all contacts.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    private const string SaveButton = "3. Save, and on to the next";

    private readonly TestApplication application = new();
    private Visitor ada = null!;

    public async Task InitializeAsync()
    {
        await application.AddAccountAsync(AccountRoles.Admin, AdminDesk.Ada);
        ada = await AdminDesk.SignInAsync(application, AdminDesk.Ada);
    }

    public async Task DisposeAsync()
    {
        ada.Dispose();
        await application.DisposeAsync();
    }

    [Fact]
    public async Task The_most_written_to_comes_first_and_each_is_a_page_and_some_ticks()
    {
        using var writer = new LetterWriter(application);
        await writer.DeliverAsync("PL");

        await ada.OpenAsync("/en/admin/contacts/verify");
        Assert.Contains("75 contacts to verify", ada.MainText, StringComparison.Ordinal);
        Assert.Contains("1 letter", ada.MainText, StringComparison.Ordinal);
        var office = ada.Heading;
        var contact = await ContactAsync(office);
        Assert.Equal("PL", contact.CountryCode);
        var link = ada.Link("1. Open the source");
        Assert.Equal((contact.SourceUrl, "noopener noreferrer"), (link.GetAttribute("href"), link.GetAttribute("rel")));
        Assert.Equal(contact.SourceUrl, ada.Value("The page that you looked at"));

        await ada.SendAsync(Ticked(ChannelKind.Email, ChannelKind.Phone));
        Assert.Contains($"Verified: {office}", Visitor.Line(ada.Page.QuerySelector(".done")), StringComparison.Ordinal);
        Assert.NotEqual(office, ada.Heading);
        var after = await ContactAsync(office);
        Assert.All([ChannelKind.Email, ChannelKind.Phone], kind =>
            Assert.Equal(("ada", contact.SourceUrl), (after.Channel(kind)!.VerifiedBy, after.Channel(kind)!.VerifiedPage)));
        Assert.All([ChannelKind.Post, ChannelKind.WebForm], kind => Assert.Null(after.Channel(kind)!.VerifiedAt));

        await ada.OpenAsync($"/en/admin/contacts/verify?contact={contact.Id}");
        Assert.Equal(contact.SourceUrl, ada.Link("1. Open the official page").GetAttribute("href"));

        // What was not seen keeps it in the list, for the next time.
        await ada.OpenAsync("/en/admin/contacts/verify");
        Assert.Equal(office, ada.Heading);
        await ada.FollowAsync("Leave it for later");
        Assert.NotEqual(office, ada.Heading);
    }

    [Fact]
    public async Task What_was_seen_180_days_ago_is_looked_at_again()
    {
        await application.ChangeDatabaseAsync(async db =>
        {
            foreach (var channel in await db.Set<ContactChannel>().ToListAsync())
            {
                channel.VerifiedAt = application.Clock.GetUtcNow().UtcDateTime;
            }
        });
        await ada.OpenAsync("/en/admin/contacts/verify");
        Assert.Contains("Everything is verified", ada.MainText, StringComparison.Ordinal);

        // The session is over by then: sign in again.
        application.Clock.Advance(TimeSpan.FromDays(179));
        using var later = await AdminDesk.SignInAsync(application, AdminDesk.Ada);
        await later.OpenAsync("/en/admin/contacts?check=Stale");
        Assert.Contains("Show all 0 contacts", later.MainText, StringComparison.Ordinal);
        application.Clock.Advance(TimeSpan.FromDays(2));
        using var evenLater = await AdminDesk.SignInAsync(application, AdminDesk.Ada);
        await evenLater.OpenAsync("/en/admin/contacts?check=Stale");
        Assert.Contains("Show all 75 contacts", evenLater.MainText, StringComparison.Ordinal);
        await evenLater.OpenAsync("/en/admin/contacts/verify");
        Assert.Contains("75 contacts to verify", evenLater.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_ticked_no_page_and_a_change_meanwhile_are_told()
    {
        await ada.OpenAsync("/en/admin/contacts/verify");
        var office = ada.Heading;
        await ada.PressAsync(SaveButton);
        Assert.Contains("Tick what you saw", Visitor.Line(ada.Page.GetElementById("Seen-error")), StringComparison.Ordinal);

        ada.Fill("The page that you looked at", "");
        await ada.SendAsync(Ticked(ChannelKind.Email));
        Assert.Contains("Enter the official page", ada.ErrorBeside(ada.Box("The page that you looked at")), StringComparison.Ordinal);

        var id = (await ContactAsync(office)).Id;
        await ada.OpenAsync($"/en/admin/contacts/verify?contact={id}");
        var submission = ada.Press("3. Save").With("Seen", "Email");
        await application.ChangeDatabaseAsync(async db => (await db.Contacts.SingleAsync(c => c.Id == id)).Revision++);
        await ada.SendAsync(submission);
        Assert.Contains("Somebody else changed this contact meanwhile", ada.Summary[0], StringComparison.Ordinal);
        Assert.Null((await ContactAsync(office)).Channel(ChannelKind.Email)!.VerifiedAt);

        var late = ada.Press("3. Save").With("Seen", "Email");
        await application.ChangeDatabaseAsync(async db => (await db.Contacts.SingleAsync(c => c.Id == id)).RetiredAt = DateTime.UnixEpoch);
        await ada.SendAsync(late);
        Assert.Contains("Somebody retired that contact meanwhile.", ada.MainText, StringComparison.Ordinal);
        Assert.Null((await ContactAsync(office)).Channel(ChannelKind.Email)!.VerifiedAt);
    }

    [Fact]
    public async Task What_is_not_there_any_more_is_stopped_and_comes_back_when_it_is_seen_again()
    {
        var chancellor = await ContactAsync("Federal Chancellor of Germany");
        await ada.OpenAsync($"/en/admin/contacts/verify?contact={chancellor.Id}");
        await ada.PressAsync("The e-mail address is not there any more: stop it");
        Assert.Null((await ContactAsync(chancellor.Office)).Channel(ChannelKind.Email));
        using (var supporter = new LetterWriter(application))
        {
            await supporter.OpenFormAsync("DE");
            Assert.False(supporter.Browser.HasLabel("Your e-mail address"));
        }

        await ada.OpenAsync($"/en/admin/contacts/verify?contact={chancellor.Id}");
        await ada.SendAsync(ada.Press("3. Save").With("Seen", "Email"));
        Assert.Contains($"Verified: {chancellor.Office}", ada.MainText, StringComparison.Ordinal);
        Assert.NotNull((await ContactAsync(chancellor.Office)).Channel(ChannelKind.Email)!.VerifiedAt);
    }

    private async Task<Contact> ContactAsync(string office) =>
        await application.WithDatabaseAsync(db => db.Contacts.AsNoTracking().Include(c => c.Channels).SingleAsync(c => c.Office == office));

    private Submission Ticked(params ChannelKind[] seen)
    {
        var press = ada.Press(SaveButton).With("Seen", null);
        return press with { Fields = [.. press.Fields, .. seen.Select(k => new KeyValuePair<string, string>("Seen", k.ToString()))] };
    }
}
