using LobbyKit.Web.Accounts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Pages.Admin.Contacts;

/// <summary>As an installation runs that writes to governments; only its mail server is the one inside the application.</summary>
public sealed class ProductionTests : IAsyncLifetime
{
    private const string OldAddress = "poststelle@bk.bund.de";
    private const string NewAddress = "kanzler@bund.example";

    private readonly TestApplication application = new(new()
    {
        ["environment"] = "Production",
        ["LobbyKit:Site:PublicUrl"] = "http://letters.example.org",
        ["LobbyKit:Mail:DemoMailbox"] = "true",
        ["LobbyKit:Mail:RequireVerifiedContacts"] = "true",
        ["LobbyKit:Accounts:RequireTwoFactorForAdmins"] = "false",
    });

    public async Task InitializeAsync()
    {
        await application.AddAccountAsync(AccountRoles.Admin, AdminDesk.Ada);
        await application.AddAccountAsync(AccountRoles.Admin, AdminDesk.Ben);
    }

    public async Task DisposeAsync() => await application.DisposeAsync();

    [Fact]
    public async Task The_server_sends_only_to_what_was_verified_and_to_a_new_address_only_when_two_said_so()
    {
        using var ada = await AdminDesk.SignInAsync(application, AdminDesk.Ada);
        using var ben = await AdminDesk.SignInAsync(application, AdminDesk.Ben);
        var id = await application.WithDatabaseAsync(db => db.Contacts.Where(c => c.Office == "Federal Chancellor of Germany").Select(c => c.Id).SingleAsync());

        // Seeded is not verified, however sure the list was.
        using (var early = new LetterWriter(application))
        {
            await early.OpenFormAsync("DE", id);
            Assert.False(early.Browser.HasLabel("Your e-mail address"));
        }

        await ada.OpenAsync($"/en/admin/contacts/verify?contact={id}");
        await ada.SendAsync(ada.Press("3. Save").With("Seen", "Email"));
        Assert.Contains("Verified: Federal Chancellor of Germany", ada.MainText, StringComparison.Ordinal);
        using var first = new LetterWriter(application);
        await DeliverAsync(first, id);
        Assert.Contains(OldAddress, await RecipientAsync(first), StringComparison.Ordinal);

        // Another address: until a second admin has looked, the old one is used.
        await ada.OpenAsync($"/en/admin/contacts/{id}/edit");
        ada.Fill("E-mail address", NewAddress);
        ada.Fill("Where did you see the new e-mail address?", "https://www.bund.example/impressum");
        await ada.PressAsync("Save");
        using var second = new LetterWriter(application);
        await DeliverAsync(second, id);
        Assert.Contains(OldAddress, await RecipientAsync(second), StringComparison.Ordinal);

        // Stopped by one: the letter that was under way waits.
        using var third = new LetterWriter(application);
        await third.SubmitAsync("DE", id);
        await ada.OpenAsync($"/en/admin/contacts/{id}");
        await ada.PressAsync("Stop using the e-mail address");
        await ConfirmAsync(third);
        // The worker sends another e-mail, and leaves it.
        await SendAnotherAsync();
        var waiting = Assert.Single(await third.OutboxAsync(MailKind.Letter));
        Assert.Equal((OutboxState.Waiting, 0), (waiting.State, waiting.AttemptCount));
        Assert.Empty(await third.Inbox.LettersOfAsync(third.Supporter.Email));
        await ada.OpenAsync($"/en/admin/contacts/{id}");
        Assert.Contains("1 confirmed letter waits for an e-mail address of this office.", ada.MainText, StringComparison.Ordinal);

        // The second admin's word lets it go, to the new address.
        await ben.OpenAsync("/en/admin/contacts/changes");
        await ben.FollowAsync($"Look at it: the new address {NewAddress}");
        ben.Tick(ben.Page.GetElementById("Seen")!);
        ben.Fill("The official page that you looked at", "https://www.bund.example/impressum");
        await ben.PressAsync("Approve: letters go there from now");
        await third.WaitForStateAsync(LetterState.Accepted);
        Assert.Contains(NewAddress, await RecipientAsync(third), StringComparison.Ordinal);
    }

    private async Task SendAnotherAsync()
    {
        var addresses = application.Services.GetRequiredService<MailAddresses>();
        var mail = new OutgoingMail
        {
            MessageId = addresses.NewMessageId(),
            Date = application.Clock.GetUtcNow(),
            EnvelopeFrom = addresses.EnvelopeFrom,
            FromName = "LobbyKit",
            FromAddress = addresses.FromAddress,
            ToAddress = "organiser@campaign.example",
            Subject = "Another",
            Body = "Another",
        };
        await application.WithDatabaseAsync(db =>
        {
            application.Services.GetRequiredService<Outbox>().Add(db, MailKind.Test, mail, null, null, null, application.Clock.GetUtcNow().UtcDateTime);
            return db.SaveChangesAsync();
        });
        await Wait.ForAsync("the other e-mail", () => application.WithDatabaseAsync(
            db => db.Outbox.SingleOrDefaultAsync(m => m.MessageId == mail.MessageId && m.State == OutboxState.Accepted)));
    }

    private static async Task DeliverAsync(LetterWriter writer, int contactId)
    {
        await writer.SubmitAsync("DE", contactId);
        await ConfirmAsync(writer);
        await writer.WaitForStateAsync(LetterState.Accepted);
    }

    private static async Task ConfirmAsync(LetterWriter writer)
    {
        await writer.Browser.OpenAsync(await writer.ConfirmAddressAsync());
        await writer.Browser.PressAsync(LetterWriter.ConfirmButton);
    }

    private static async Task<string> RecipientAsync(LetterWriter writer) =>
        (await writer.Inbox.WaitForLetterAsync(writer.Supporter.Email)).To;
}
