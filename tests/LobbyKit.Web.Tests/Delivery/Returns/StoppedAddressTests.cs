using System.Text.RegularExpressions;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using LobbyKit.Web.Tests.Pages.Admin.Contacts;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>An office's address that takes nothing any more: who is told, and how its letters still get there.</summary>
public sealed partial class StoppedAddressTests(StoppedAddressTests.Desk desk) : IClassFixture<StoppedAddressTests.Desk>
{
    private const int Threshold = 5;

    [Fact]
    public async Task One_failure_flags_the_office_and_the_fifth_stops_its_address()
    {
        var office = await desk.AddOfficeAsync();
        using var ada = await AdminDesk.SignInAsync(desk.Application, Desk.Ada);
        await BounceAsync(office, 1);

        await ada.OpenAsync($"/en/admin/contacts?bouncing=true&text={Uri.EscapeDataString(office.Office)}");
        Assert.Contains(office.Office, ada.MainText, StringComparison.Ordinal);
        await ada.OpenAsync($"/en/admin/contacts/{office.Id}");
        Assert.Contains("1 letter did not arrive", ada.MainText, StringComparison.Ordinal);
        await BounceAsync(office, Threshold - 2);
        Assert.Null((await desk.ReadAsync(office)).Channels.Single(c => c.Kind == ChannelKind.Email).StoppedAt);

        await BounceAsync(office, 1);

        Assert.NotNull((await desk.ReadAsync(office)).Channels.Single(c => c.Kind == ChannelKind.Email).StoppedAt);
        await ada.OpenAsync($"/en/admin/contacts/{office.Id}");
        Assert.Contains("5 letters in a row did not arrive", ada.MainText, StringComparison.Ordinal);
        Assert.Contains("Delivery has stopped it", ada.MainText, StringComparison.Ordinal);
        var entry = await desk.Application.WithDatabaseAsync(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync(e => e.SubjectId == $"{office.Id}"));
        Assert.Equal(("Delivery", null, ""), (entry.ActorName, entry.AccountId, entry.Address));
        Assert.Contains(entry.Changes, c => c.Field == "e-mail address, stopped" && c.After is not null);
    }

    [Fact]
    public async Task Every_admin_is_told_once_and_the_status_page_says_it()
    {
        var office = await desk.AddOfficeAsync();
        await BounceAsync(office, Threshold);

        await desk.Application.Service<StoppedAddresses>().RunAsync(CancellationToken.None);
        await desk.Application.Service<StoppedAddresses>().RunAsync(CancellationToken.None);

        foreach (var admin in new[] { Desk.Ada, Desk.Ben })
        {
            var mail = await Wait.ForAsync("the e-mail to the admin", () => Task.FromResult(desk.Server.Mails.FirstOrDefault(
                m => m.Recipients.Contains($"RCPT TO:<{admin}>") && m.Header("Subject").Contains(office.Office, StringComparison.Ordinal))));
            Assert.Contains($"/admin/contacts/{office.Id}", mail.Text, StringComparison.Ordinal);
            Assert.Contains("5.1.1", mail.Text, StringComparison.Ordinal);
            Assert.Single(desk.Server.Mails, m => m.Recipients.Contains($"RCPT TO:<{admin}>") && m.Header("Subject").Contains(office.Office, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(desk.Server.Mails, m => m.Recipients.Contains($"RCPT TO:<{Desk.Gone}>"));
        using var ada = await AdminDesk.SignInAsync(desk.Application, Desk.Ada);
        await ada.OpenAsync("/en/admin/status");
        Assert.Matches("Returned mail: Needs attention.*Delivery has stopped the e-mail address of", ada.MainText);
    }

    [Theory]
    [InlineData("the same letter again")]
    [InlineData("a policy")]
    [InlineData("an address that changed meanwhile")]
    [InlineData("an admin who looked again")]
    [InlineData("a letter that arrived")]
    [InlineData("an answer")]
    public async Task What_says_nothing_of_the_address_stops_nothing(string between)
    {
        var office = await desk.AddOfficeAsync();
        var first = await BounceAsync(office, Threshold - 1);
        switch (between)
        {
            case "the same letter again":
                await desk.PostAsync(HookDesk.Sample("report-no-such-user", first));
                break;
            case "a policy":
                await desk.PostAsync(HookDesk.Sample("report-refused-by-policy", await desk.AddLetterAsync(office)));
                break;
            case "an address that changed meanwhile":
                var late = await desk.AddLetterAsync(office);
                desk.Application.Clock.Advance(TimeSpan.FromMinutes(1));
                await desk.Application.ChangeDatabaseAsync(db =>
                {
                    db.AddressChanges.Add(new AddressChange
                    {
                        ContactId = office.Id,
                        Before = "",
                        After = office.Channels[0].Address,
                        Reason = "",
                        ProposedBy = "ada",
                        State = AddressChangeState.Approved,
                        DecidedAt = Now,
                    });
                    return Task.CompletedTask;
                });
                await desk.PostAsync(HookDesk.Sample("report-no-such-user", late));
                break;
            case "an admin who looked again":
                desk.Application.Clock.Advance(TimeSpan.FromMinutes(1));
                await desk.Application.ChangeDatabaseAsync(async db => (await db.Contacts.Include(c => c.Channels).SingleAsync(c => c.Id == office.Id))
                    .Channels.Single(c => c.Kind == ChannelKind.Email).VerifiedAt = Now);
                await BounceAsync(office, 1);
                break;
            case "a letter that arrived":
                await desk.AddLetterAsync(office);
                desk.Application.Clock.Advance(TimeSpan.FromHours(2));
                await BounceAsync(office, 1);
                break;
            case "an answer":
                desk.Application.Clock.Advance(TimeSpan.FromMinutes(1));
                await desk.PostAsync(HookDesk.Sample("reply-by-thread", await desk.AddLetterAsync(office)));
                await BounceAsync(office, 1);
                break;
        }

        Assert.Null((await desk.ReadAsync(office)).Channels.Single(c => c.Kind == ChannelKind.Email).StoppedAt);
    }

    [Fact]
    public async Task Letters_to_a_merged_duplicate_count_for_the_contact_that_stays()
    {
        var (office, twin) = (await desk.AddOfficeAsync(), await desk.AddOfficeAsync());
        await desk.Application.ChangeDatabaseAsync(async db =>
        {
            var contact = await db.Contacts.SingleAsync(c => c.Id == twin.Id);
            (contact.RetiredAt, contact.MergedIntoId) = (Now, office.Id);
        });
        await BounceAsync(twin, 3);
        await BounceAsync(office, 2);

        Assert.NotNull((await desk.ReadAsync(office)).Channels.Single(c => c.Kind == ChannelKind.Email).StoppedAt);
    }

    [Theory]
    [InlineData(LetterState.Bounced)]
    [InlineData(LetterState.Rejected)]
    public async Task A_lost_letter_is_taken_there_another_way_with_its_text(LetterState state)
    {
        var letter = await desk.AddLetterAsync(state: state, outbox: OutboxState.Rejected);
        await desk.Application.Service<UndeliveredLetters>().RunAsync(CancellationToken.None);
        var mail = await desk.WaitForMailAsync(letter.Supporter.Email);
        Assert.Equal("Your letter could not be delivered by e-mail", mail.Header("Subject"));
        using var browser = new Visitor(desk.Application);
        await browser.OpenAsync(ReceiptPath().Match(mail.Text).Value);

        // Nothing says that the address itself is dead: the supporter's own server may fare better than ours.
        Assert.True(browser.HasButton("Send it from my own mailbox"));
        await browser.PressAsync("Use the office’s web form");

        Assert.Equal("Now send your letter", browser.Heading);
        Assert.Contains(letter.Supporter.PersonalMessage.Split('\n')[0], browser.Page.GetElementById("copy-body")!.TextContent, StringComparison.Ordinal);
        await browser.PressAsync("I sent the form");
        Assert.Equal("Thank you for sending your letter", browser.Heading);
        Assert.Equal(state, (await desk.ReadAsync(letter)).State);

        // The same button again leads to the same letter.
        var address = browser.Address;
        await browser.OpenAsync($"/en/letters/{letter.Receipt}");
        await browser.PressAsync("Use the office’s web form");
        Assert.Equal(address, browser.Address);
    }

    [Fact]
    public async Task Where_nobody_is_reached_at_the_address_ones_own_mailbox_is_not_offered()
    {
        var letter = await desk.AddLetterAsync();
        await desk.PostAsync(HookDesk.Sample("report-no-such-user", letter));
        using var browser = new Visitor(desk.Application);
        await browser.OpenAsync($"/en/letters/{letter.Receipt}");

        Assert.Equal("Your letter came back", browser.Heading);
        Assert.False(browser.HasButton("Send it from my own mailbox"));
        Assert.True(browser.HasButton("Use the office’s web form"));
        Assert.True(browser.HasButton("Print it and send it by post"));
    }

    [Theory]
    [InlineData(LetterState.Queued)]
    [InlineData(LetterState.Retrying)]
    public async Task A_letter_that_waits_for_a_stopped_address_is_offered_another_way_and_then_not_sent(LetterState state)
    {
        var office = await desk.AddOfficeAsync();
        var letter = await desk.AddLetterAsync(office, state, OutboxState.Waiting);
        using var browser = new Visitor(desk.Application);
        await browser.OpenAsync($"/en/letters/{letter.Receipt}");
        Assert.False(browser.HasButton("Use the office’s web form"));
        await BounceAsync(office, Threshold);
        await desk.Application.Service<UndeliveredLetters>().RunAsync(CancellationToken.None);
        await desk.WaitForMailAsync(letter.Supporter.Email);

        await browser.OpenAsync($"/en/letters/{letter.Receipt}");
        Assert.Contains("your letter waits until there is another one", browser.MainText, StringComparison.Ordinal);
        await browser.PressAsync("Use the office’s web form");

        Assert.Equal("Now send your letter", browser.Heading);
        Assert.Equal(LetterState.Withdrawn, (await desk.ReadAsync(letter)).State);
        Assert.Equal(OutboxState.Cancelled, await desk.Application.WithDatabaseAsync(db => db.Outbox.Where(m => m.Id == letter.OutboxId).Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task A_supporter_is_told_once()
    {
        var letter = await desk.AddLetterAsync(state: LetterState.Rejected, outbox: OutboxState.Rejected);
        var job = desk.Application.Service<UndeliveredLetters>();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => job.RunAsync(CancellationToken.None)));
        await job.RunAsync(CancellationToken.None);

        Assert.Single(await desk.NoticesAsync(letter));
    }

    [Theory]
    [InlineData(LetterState.Accepted, "WebForm")]
    [InlineData(LetterState.Bounced, "Server")]
    [InlineData(LetterState.Bounced, "Phone")]
    [InlineData(LetterState.Bounced, "Pigeon")]
    public async Task No_other_way_is_made_up(LetterState state, string route)
    {
        var (letter, other) = (await desk.AddLetterAsync(state: state), await desk.AddLetterAsync(state: LetterState.Bounced));
        using var browser = new Visitor(desk.Application);
        await browser.OpenAsync($"/en/letters/{other.Receipt}");
        var before = await desk.Application.WithDatabaseAsync(db => db.Letters.CountAsync());

        await browser.SendAsync(browser.Press("Use the office’s web form").With("route", route) with { Address = $"/en/letters/{letter.Receipt}?handler=OtherWay" });

        Assert.Contains("This letter can no longer be changed", browser.MainText, StringComparison.Ordinal);
        Assert.Equal(before, await desk.Application.WithDatabaseAsync(db => db.Letters.CountAsync()));
    }

    private DateTime Now => desk.Application.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Letters to an office that come back; the last of them.</summary>
    private async Task<SentLetter> BounceAsync(Contact office, int letters)
    {
        SentLetter last = null!;
        for (var i = 0; i < letters; i++)
        {
            last = await desk.AddLetterAsync(office);
            Assert.Equal("Bounced", (await desk.PostAsync(HookDesk.Sample("report-no-such-user", last))).Answer);
        }

        return last;
    }

    [GeneratedRegex("/en/letters/[A-Za-z0-9_-]{43}")]
    private static partial Regex ReceiptPath();

    public sealed class Desk : HookDesk
    {
        public const string Ada = "ada@campaign.example";
        public const string Ben = "ben@campaign.example";
        public const string Gone = "gone@campaign.example";

        public override async Task InitializeAsync()
        {
            await Application.AddAccountAsync(AccountRoles.Admin, Ada);
            await Application.AddAccountAsync(AccountRoles.Admin, Ben);
            var gone = await Application.AddAccountAsync(AccountRoles.Admin, Gone);
            await Application.ChangeDatabaseAsync(async db => (await db.Users.SingleAsync(a => a.Id == gone.Id)).DisabledAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        }
    }
}
