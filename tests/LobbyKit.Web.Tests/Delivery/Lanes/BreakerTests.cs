using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery.Lanes;

public sealed class BreakerTests
{
    private const string Domain = "government.example";

    [Fact]
    public async Task A_domain_that_says_no_again_and_again_is_left_alone_while_others_go_on()
    {
        await using var server = new TestSmtpServer { Script = (step, line) => step == "RCPT" && line.Contains(Domain, StringComparison.Ordinal) ? "451 4.7.1 not now" : null };
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        var elsewhere = await host.AddContactAsync("Chancellor", host.Clock.UtcNow, "office@chancellery.example");
        await host.QueueLettersAsync(30);
        await host.QueueLettersAsync(5, elsewhere);

        await DrainAsync(host);

        Assert.Equal(10, Asked(server));
        Assert.Equal(5, server.Mails.Count);
        var lane = await LaneAsync(host, LaneKind.Domain, Domain);
        Assert.Equal((10, AnswerReason.Busy, host.Clock.UtcNow), (lane.Failures, lane.FailingBecause, lane.StoppedAt));
        await using (var db = host.NewContext())
        {
            // The others keep their tries, and their supporters may still take them back.
            Assert.Equal(20, await db.Letters.CountAsync(l => l.State == LetterState.Queued));
            Assert.Equal(20, await db.Outbox.CountAsync(m => m.AttemptCount == 0 && m.State == OutboxState.Waiting));
        }

        // One now and then, later and later.
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await DrainAsync(host);
        Assert.Equal(11, Asked(server));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await DrainAsync(host);
        Assert.Equal(11, Asked(server));
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await DrainAsync(host);
        Assert.Equal(12, Asked(server));

        // It recovers by itself.
        server.Script = null;
        host.Clock.Advance(TimeSpan.FromHours(1));
        await DrainAsync(host);
        Assert.Equal(35, server.Mails.Select(m => m.MessageId).Distinct().Count());
        lane = await LaneAsync(host, LaneKind.Domain, Domain);
        Assert.Equal((0, null, null, null), (lane.Failures, lane.FailingBecause, lane.StoppedAt, lane.ProbeAt));
    }

    [Fact]
    public async Task A_success_in_between_breaks_the_run()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        var asked = 0;
        server.Script = (step, _) => step == "RCPT" && ++asked % 9 != 0 ? "451 4.7.1 not now" : null;
        await host.QueueLettersAsync(40);

        await DrainAsync(host);

        Assert.Equal(40, asked);
        await using var db = host.NewContext();
        Assert.DoesNotContain(await db.DeliveryLanes.ToListAsync(), l => l.StoppedAt is not null);
    }

    [Fact]
    public async Task A_letter_that_several_domains_refuse_stops_its_campaign_and_no_other()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        var spam = await host.AddCampaignAsync("spam", new DateOnly(2020, 6, 1));
        var offices = new List<LobbyKit.Web.Contacts.Contact>();
        for (var i = 0; i < 5; i++)
        {
            offices.Add(await host.AddContactAsync($"Office {i}", host.Clock.UtcNow, $"office@government{i}.example"));
            await host.QueueLettersAsync(8, offices[i], spam);
        }

        server.Script = (step, _) => step == "END" ? "554 5.7.1 looks like spam" : null;
        await DrainAsync(host);

        Assert.Equal(20, server.Mails.Count);
        Assert.NotNull((await LaneAsync(host, LaneKind.Campaign, $"{spam.Id}")).StoppedAt);

        server.Script = null;
        await host.QueueLetterAsync(contact: offices[0]);
        await DrainAsync(host);
        Assert.Equal(21, server.Mails.Count);
    }

    [Fact]
    public async Task A_full_mailbox_stops_its_office_and_not_its_domain()
    {
        await using var server = new TestSmtpServer { Script = (step, line) => step == "RCPT" && line.Contains("<office@", StringComparison.Ordinal) ? "452 4.2.2 mailbox full" : null };
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        var neighbour = await host.AddContactAsync("Minister", host.Clock.UtcNow, $"minister@{Domain}");
        await host.QueueLettersAsync(12);
        await host.QueueLettersAsync(12, neighbour);

        await DrainAsync(host);

        Assert.Equal(12, server.Mails.Count);
        Assert.Equal(5, server.Commands.Count(c => c.StartsWith("RCPT TO:<office@", StringComparison.Ordinal)));
        Assert.NotNull((await LaneAsync(host, LaneKind.Contact, $"{host.Contact.Id}")).StoppedAt);
    }

    [Fact]
    public async Task A_relay_that_hangs_up_in_every_conversation_is_left_alone()
    {
        await using var server = new TestSmtpServer { Script = (step, _) => step == "DATA" ? TestSmtpServer.Cut : null };
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        await host.QueueLettersAsync(20);

        await DrainAsync(host);

        Assert.Equal(5, Asked(server));
        var lane = await LaneAsync(host, LaneKind.Relay, "");
        Assert.Equal((AnswerReason.BrokenOff, host.Clock.UtcNow.AddSeconds(30)), (lane.FailingBecause, lane.ProbeAt));
        server.Script = null;
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        await DrainAsync(host);
        Assert.Equal(15, server.Mails.Count);
    }

    [Fact]
    public async Task A_node_that_comes_later_finds_the_lane_stopped_and_only_one_of_them_tries()
    {
        await using var server = new TestSmtpServer { Script = (step, _) => step == "MAIL" ? "550 5.7.1 not your address" : null };
        await using var one = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        await one.QueueLettersAsync(10);
        await DrainAsync(one);
        await using var two = DeliveryHost.SecondWorker(one);

        Assert.Equal(0, (await two.Batch.RunAsync(CancellationToken.None)).Tried);

        one.Clock.Advance(TimeSpan.FromSeconds(5));
        two.Clock.Advance(TimeSpan.FromSeconds(5));
        var tried = await Task.WhenAll(new[] { one, two }.Select(h => Task.Run(() => h.Batch.RunAsync(CancellationToken.None))));
        Assert.Equal(1, tried.Sum(r => r.Tried));
    }

    private static async Task DrainAsync(DeliveryHost host)
    {
        while ((await host.Batch.RunAsync(CancellationToken.None)).Tried > 0)
        {
        }
    }

    private static int Asked(TestSmtpServer server) =>
        server.Commands.Count(c => c.StartsWith("RCPT", StringComparison.Ordinal) && c.Contains(Domain, StringComparison.Ordinal));

    private static async Task<DeliveryLane> LaneAsync(DeliveryHost host, LaneKind kind, string key)
    {
        await using var db = host.NewContext();
        return await db.DeliveryLanes.AsNoTracking().SingleAsync(l => l.Kind == kind && l.Key == key);
    }
}
