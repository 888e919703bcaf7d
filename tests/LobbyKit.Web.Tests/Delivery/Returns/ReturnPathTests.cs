using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>The address that each e-mail's bounces come back to.</summary>
public sealed class ReturnPathTests
{
    [Fact]
    public async Task Every_e_mail_goes_out_with_an_address_of_its_own_that_looks_like_a_persons_work()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        OutboxMail[] rows = [await host.QueueLetterAsync(), await host.QueueLetterAsync(), await host.QueueConfirmationAsync()];

        Assert.Equal(3, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);

        var paths = host.Services.GetRequiredService<ReturnPaths>();
        Assert.Equal(
            rows.Select(r => $"MAIL FROM:<{paths.For(r.Id)}>").Order(StringComparer.Ordinal),
            server.Mails.Select(m => m.Sender.Split(' ', 3)[..2].Aggregate((a, b) => $"{a} {b}")).Order(StringComparer.Ordinal));
        Assert.All(server.Mails, m => Assert.Matches(@"<letters\+[0-9]+(-[a-z]{3,4}){6}@campaign\.example>", m.Sender));
        Assert.All(server.Mails, m => Assert.Contains("letters@campaign.example", m.Header("From"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_read_again_in_any_case_and_behind_any_forwarding_and_no_other_is()
    {
        await using var host = await DeliveryHost.CreateAsync();
        var paths = host.Services.GetRequiredService<ReturnPaths>();
        var address = paths.For(4821);

        Assert.True(address.IndexOf('@', StringComparison.Ordinal) <= 64);
        Assert.All(
            [address, address.ToUpperInvariant(), $"<{address}>", address.Replace("@campaign", "@mx.other", StringComparison.Ordinal), $"SRS0=abcd=ef=campaign.example={address}"],
            a => Assert.True(paths.TryRead(a, out var id) && id == 4821, a));
        var words = address.Split('@')[0].Split('-');
        Assert.All(
            [
                address.Replace("4821", "4822", StringComparison.Ordinal), address.Replace("4821", "04821x", StringComparison.Ordinal),
                address.Replace(words[3], words[3] == "lake" ? "moon" : "lake", StringComparison.Ordinal), address.Replace("-" + words[6], "", StringComparison.Ordinal),
                "letters@campaign.example", "letters+4821@campaign.example", "letters+99999999999999999999-a-b-c-d-e-f@campaign.example", "", new string('-', 10_000),
            ],
            a => Assert.False(paths.TryRead(a, out _), a));
    }

    [Fact]
    public async Task Another_installation_signs_otherwise()
    {
        await using var first = await DeliveryHost.CreateAsync();
        await using var second = await DeliveryHost.CreateAsync();

        Assert.False(second.Services.GetRequiredService<ReturnPaths>().TryRead(first.Services.GetRequiredService<ReturnPaths>().For(1), out _));
    }

    [Theory]
    [InlineData("", "MAIL FROM:<letters@campaign.example>")]
    [InlineData("-", "MAIL FROM:<letters-")]
    public async Task The_sign_between_is_the_mail_servers_or_there_is_none(string sign, string expected)
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:ReturnSeparator"] = sign);
        await host.QueueLetterAsync();

        await host.Batch.RunAsync(CancellationToken.None);

        Assert.StartsWith(expected, Assert.Single(server.Mails).Sender, StringComparison.Ordinal);
    }

    public static TheoryData<string, bool> Refusals => new()
    {
        { "550 5.1.1 no such user", true },
        { "550 5.1.10 null mx", true },
        { "550 5.2.1 mailbox disabled", true },
        { "550 user unknown", true },
        { "550 5.4.4 no route to that domain", true },
        { "550 we do not like you", false },
        { "550 5.7.1 refused by policy", false },
        { "553 5.1.8 sender refused", false },
        { "552 5.3.4 too large", false },
        { "450 4.2.1 try later", false },
        { "250 2.1.5 ok", false },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_at_once_counts_against_the_address_only_where_it_is_about_it(string reply, bool counts)
    {
        await using var server = new TestSmtpServer { Script = (step, _) => step == "RCPT" ? reply : null };
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();

        await host.Batch.RunAsync(CancellationToken.None);

        await using var db = host.NewContext();
        Assert.Equal(counts, await db.AddressFailures.AnyAsync(f => f.LetterId == row.LetterId && f.ContactId == host.Contact.Id));
    }

    [Fact]
    public async Task Refused_letters_stop_the_address_and_the_rest_waits_untried()
    {
        await using var server = new TestSmtpServer { Script = (step, _) => step == "RCPT" ? "550 5.1.1 no such user" : null };
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 8; i++)
        {
            await host.QueueLetterAsync();
        }

        await host.Batch.RunAsync(CancellationToken.None);

        await using var db = host.NewContext();
        var states = await db.Letters.GroupBy(l => l.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Assert.Equal((5, 3), (states[LetterState.Rejected], states[LetterState.Queued]));
        Assert.NotNull((await db.Contacts.Include(c => c.Channels).SingleAsync(c => c.Id == host.Contact.Id)).Channels[0].StoppedAt);
    }
}
