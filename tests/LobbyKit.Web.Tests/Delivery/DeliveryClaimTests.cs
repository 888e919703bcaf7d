using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class DeliveryClaimTests
{
    private const int Letters = 150;

    [Fact]
    public async Task Two_workers_side_by_side_send_each_letter_once()
    {
        await using var server = new TestSmtpServer();
        await using var one = await DeliveryHost.CreateAsync(server);
        await using var two = DeliveryHost.SecondWorker(one);
        for (var i = 0; i < Letters; i++)
        {
            await one.QueueLetterAsync();
        }

        // On threads of their own: SQLite's asynchronous calls are none.
        var workers = new[] { one, two, one, two }.Select(host => Task.Run(async () =>
        {
            var sent = 0;
            for (var result = await host.Batch.RunAsync(CancellationToken.None); result.Tried > 0; result = await host.Batch.RunAsync(CancellationToken.None))
            {
                sent += result.Accepted;
            }

            return sent;
        }));

        Assert.Equal(Letters, (await Task.WhenAll(workers)).Sum());
        Assert.Equal(Letters, server.Mails.Count);
        Assert.Equal(Letters, server.Mails.Select(m => m.MessageId).Distinct().Count());
        await using var db = one.NewContext();
        Assert.Equal(Letters, await db.DeliveryAttempts.CountAsync());
        Assert.Equal(Letters, await db.Letters.CountAsync(l => l.State == LetterState.Accepted));
    }

    [Fact]
    public async Task What_another_worker_took_between_looking_and_taking_is_left_to_it()
    {
        await using var server = new TestSmtpServer();
        await using var one = await DeliveryHost.CreateAsync(server);
        await using var two = DeliveryHost.SecondWorker(one);
        var row = await one.QueueLetterAsync();
        var taken = Guid.NewGuid();
        var looks = 0;
        // The first look at the clock asks what is due, the second takes it.
        one.Clock.Looked = () =>
        {
            if (++looks == 2)
            {
                using var db = two.NewContext();
                db.Outbox.ExecuteUpdate(s => s.SetProperty(m => m.ClaimId, taken).SetProperty(m => m.ClaimedUntil, two.Clock.UtcNow.AddMinutes(3)));
            }
        };

        Assert.Equal(0, (await one.Batch.RunAsync(CancellationToken.None)).Tried);

        one.Clock.Looked = null;
        Assert.True(looks >= 2);
        Assert.Empty(server.Mails);
        Assert.Equal(taken, (await one.ReadAsync(row)).ClaimId);
    }

    [Fact]
    public async Task A_claim_holds_until_its_lease_runs_out_and_then_the_same_message_goes_out()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:TimeoutSeconds"] = "20");
        var row = await host.QueueLetterAsync();
        await host.ClaimAndDieAsync(row, TimeSpan.FromSeconds(60));

        host.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(0, (await host.Batch.RunAsync(CancellationToken.None)).Tried);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);

        Assert.Equal(row.MessageId, Assert.Single(server.Mails).MessageId);
        var after = await host.ReadAsync(row);
        Assert.Equal([LetterState.Sending, LetterState.Accepted], after.Letter!.Events.OrderBy(e => e.Id).Select(e => e.To));
    }

    [Fact]
    public async Task A_supporter_cannot_take_back_what_a_dead_worker_may_have_sent()
    {
        await using var host = await DeliveryHost.CreateAsync();
        var row = await host.QueueLetterAsync();
        await host.ClaimAndDieAsync(row, TimeSpan.FromSeconds(60));
        host.Clock.Advance(TimeSpan.FromDays(1));

        await using var db = host.NewContext();
        Assert.False(await host.Outbox.TryCancelAsync(db, row.LetterId!.Value, CancellationToken.None));
    }

    [Fact]
    public async Task A_worker_that_lost_its_claim_overwrites_nothing_but_a_delivery_counts()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var refused = await host.QueueLetterAsync();
        var other = Guid.NewGuid();
        server.Script = (step, _) =>
        {
            if (step == "RCPT")
            {
                using var db = host.NewContext();
                db.Outbox.ExecuteUpdate(s => s.SetProperty(m => m.ClaimId, other));
                return "550 5.1.1 no";
            }

            return null;
        };
        await host.Batch.RunAsync(CancellationToken.None);

        var after = await host.ReadAsync(refused);
        Assert.Equal((OutboxState.Waiting, other, LetterState.Queued), (after.State, after.ClaimId, after.Letter!.State));
        Assert.Single(after.Attempts);

        host.Clock.Advance(TimeSpan.FromHours(1));
        server.Script = (step, _) =>
        {
            if (step == "RCPT")
            {
                using var db = host.NewContext();
                db.Outbox.ExecuteUpdate(s => s.SetProperty(m => m.ClaimId, other));
            }

            return null;
        };
        await host.Batch.RunAsync(CancellationToken.None);

        Assert.Equal(OutboxState.Accepted, (await host.ReadAsync(refused)).State);
    }

    [Fact]
    public async Task Stopping_finishes_what_is_being_sent_and_gives_back_the_rest()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        for (var i = 0; i < 5; i++)
        {
            await host.QueueLetterAsync();
        }

        using var stop = new CancellationTokenSource();
        server.Script = (step, _) =>
        {
            if (step == "DATA" && server.Mails.Count == 1)
            {
                stop.Cancel();
            }

            return null;
        };

        var result = await host.Batch.RunAsync(stop.Token);

        Assert.Equal(new BatchResult(2, 0, 0, 3), result);
        Assert.Equal(2, server.Mails.Count);
        await using var db = host.NewContext();
        Assert.Equal(3, await db.Outbox.CountAsync(m => m.State == OutboxState.Waiting && m.ClaimId == null && m.ClaimedUntil == null));
        Assert.Equal(3, await db.Letters.CountAsync(l => l.State == LetterState.Queued));
    }

    [Fact]
    public async Task What_was_queued_before_a_restart_goes_out_after_it()
    {
        await using var server = new TestSmtpServer();
        await using var before = await DeliveryHost.CreateAsync(server);
        var row = await before.QueueLetterAsync();
        await using var after = DeliveryHost.SecondWorker(before);

        Assert.Equal(1, (await after.Batch.RunAsync(CancellationToken.None)).Accepted);
        Assert.Equal(row.MessageId, Assert.Single(server.Mails).MessageId);
    }
}
