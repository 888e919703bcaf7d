using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>A letter is for an office. Where it goes is asked when it goes.</summary>
public sealed class AddressAtSendingTests
{
    [Fact]
    public async Task A_letter_goes_to_the_address_that_its_office_has_by_now()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        await ChangeAsync(host, host.Contact.Id, c => c.Channels[0].Address = "büro@nowhere.example");
        await ChangeAsync(host, host.Contact.Id, c => c.Channels[0].Address = "new@münchen.example");

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);

        var mail = Assert.Single(server.Mails);
        Assert.Equal(["RCPT TO:<new@xn--mnchen-3ya.example>"], mail.Recipients);
        Assert.Contains("new@xn--mnchen-3ya.example", mail.Header("To"), StringComparison.Ordinal);
        Assert.Equal(row.MessageId, mail.MessageId);
    }

    [Fact]
    public async Task A_confirmation_goes_to_its_supporter_whatever_the_office_has()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        await host.QueueConfirmationAsync();
        await ChangeAsync(host, host.Contact.Id, c => c.RetiredAt = host.Clock.UtcNow);

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
        Assert.Equal(["RCPT TO:<supporter@home.example>"], Assert.Single(server.Mails).Recipients);
    }

    public static TheoryData<string> Obstacles => ["stopped", "retired", "unverified", "gone"];

    [Theory]
    [MemberData(nameof(Obstacles))]
    public async Task A_letter_waits_while_its_office_has_no_address_and_uses_up_no_try(string obstacle)
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        await ChangeAsync(host, host.Contact.Id, c => Obstruct(c, obstacle, host.Clock.UtcNow));

        Assert.Equal(0, (await host.Batch.RunAsync(CancellationToken.None)).Tried);

        var waiting = await host.ReadAsync(row);
        Assert.Equal((OutboxState.Waiting, 0, LetterState.Queued), (waiting.State, waiting.AttemptCount, waiting.Letter!.State));
        Assert.Empty(server.Mails);

        await ChangeAsync(host, host.Contact.Id, c =>
        {
            c.RetiredAt = null;
            c.Channels.Clear();
            c.Channels.Add(new ContactChannel { Kind = ChannelKind.Email, Address = "again@government.example", VerifiedAt = host.Clock.UtcNow });
        });

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
        Assert.Equal(["RCPT TO:<again@government.example>"], Assert.Single(server.Mails).Recipients);
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("retired")]
    public async Task What_was_claimed_before_the_address_was_stopped_is_given_back(string obstacle)
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        var first = await host.QueueLetterAsync();
        var second = await host.QueueLetterAsync();
        server.Script = (step, _) =>
        {
            if (step == "DATA")
            {
                ChangeAsync(host, host.Contact.Id, c => Obstruct(c, obstacle, host.Clock.UtcNow)).GetAwaiter().GetResult();
                // It is asked again when the last answer is a second old.
                host.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            return null;
        };

        var result = await host.Batch.RunAsync(CancellationToken.None);

        Assert.Equal(new BatchResult(1, 0, 0, 1), result);
        Assert.Single(server.Mails);
        var states = new[] { await host.ReadAsync(first), await host.ReadAsync(second) };
        var waiting = Assert.Single(states, m => m.State == OutboxState.Waiting);
        Assert.Equal((LetterState.Queued, (Guid?)null), (waiting.Letter!.State, waiting.ClaimId));
    }

    [Fact]
    public async Task Letters_to_a_merged_duplicate_go_to_the_contact_that_stays()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var twin = await host.AddContactAsync("Twin", host.Clock.UtcNow);
        await host.QueueLetterAsync(contact: twin);
        await ChangeAsync(host, twin.Id, c => (c.RetiredAt, c.MergedIntoId) = (host.Clock.UtcNow, host.Contact.Id));
        await ChangeAsync(host, host.Contact.Id, c => c.Channels[0].Address = "kept@government.example");

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
        Assert.Equal(["RCPT TO:<kept@government.example>"], Assert.Single(server.Mails).Recipients);
    }

    private static void Obstruct(Contact contact, string obstacle, DateTime now)
    {
        switch (obstacle)
        {
            case "stopped":
                contact.Channels[0].StoppedAt = now;
                break;
            case "retired":
                contact.RetiredAt = now;
                break;
            case "unverified":
                contact.Channels[0].ForgetVerification();
                break;
            case "gone":
                contact.Channels.Clear();
                break;
        }
    }

    private static async Task ChangeAsync(DeliveryHost host, int contactId, Action<Contact> change)
    {
        await using var db = host.NewContext();
        change(await db.Contacts.Include(c => c.Channels).SingleAsync(c => c.Id == contactId));
        await db.SaveChangesAsync();
    }
}
