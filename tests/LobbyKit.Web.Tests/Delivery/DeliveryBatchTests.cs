using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class DeliveryBatchTests
{
    [Fact]
    public async Task A_queued_letter_arrives_once_and_is_accepted()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();

        var result = await host.Batch.RunAsync(CancellationToken.None);
        await host.Batch.RunAsync(CancellationToken.None);

        Assert.Equal(new BatchResult(1, 0, 0, 0), result);
        Assert.Equal(row.MessageId, Assert.Single(server.Mails).MessageId);
        var after = await host.ReadAsync(row);
        Assert.Equal((OutboxState.Accepted, 1, null, null, null), (after.State, after.AttemptCount, after.Sealed, after.ClaimId, after.ClaimedUntil));
        Assert.Equal(LetterState.Accepted, after.Letter!.State);
        Assert.Equal((LetterState.Queued, LetterState.Accepted, LetterActor.Delivery), Assert.Single(after.Letter.Events.Select(e => (e.From, e.To, e.By))));
        var attempt = Assert.Single(after.Attempts);
        Assert.Equal((1, DeliveryOutcome.Accepted, 250), (attempt.Number, attempt.Outcome, attempt.ReplyCode));
    }

    [Fact]
    public async Task A_letter_that_takes_its_time_is_shown_as_being_sent()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        server.Script = (step, _) =>
        {
            if (step == "END")
            {
                Assert.True(SpinWait.SpinUntil(() => host.ReadAsync(row).GetAwaiter().GetResult().Letter!.State == LetterState.Sending, TimeSpan.FromMinutes(1)));
            }

            return null;
        };

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);

        var after = await host.ReadAsync(row);
        Assert.Equal(
            [(LetterState.Queued, LetterState.Sending), (LetterState.Sending, LetterState.Accepted)],
            after.Letter!.Events.OrderBy(e => e.Id).Select(e => (e.From, e.To)));
    }

    [Fact]
    public async Task What_is_being_sent_is_waited_for_though_the_database_fails_meanwhile()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        await host.QueueLetterAsync();
        await host.QueueLetterAsync();
        Task? run = null;
        var (isTried, endedBefore) = (false, false);
        server.Script = (step, _) =>
        {
            if (step == "END" && !isTried)
            {
                isTried = true;
                using var db = host.NewContext();
                db.Database.ExecuteSqlRaw("CREATE TRIGGER Failing BEFORE UPDATE ON Letters BEGIN SELECT RAISE(ABORT, 'full'); END");
                // Longer than it takes to show a letter as being sent.
                endedBefore = SpinWait.SpinUntil(() => run?.IsCompleted == true, TimeSpan.FromSeconds(3));
                db.Database.ExecuteSqlRaw("DROP TRIGGER Failing");
            }

            return null;
        };

        run = host.Batch.RunAsync(CancellationToken.None);
        await Assert.ThrowsAnyAsync<Exception>(() => run);

        Assert.False(endedBefore);
        server.Script = null;
        await host.Batch.RunAsync(CancellationToken.None);
        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(2, server.Mails.Select(m => m.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_put_off_letter_comes_back_on_the_schedule_with_the_same_id()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        server.Script = (step, _) => step == "RCPT" ? "450 4.2.0 greylisted, office@government.example" : null;

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).PutOff);

        var after = await host.ReadAsync(row);
        Assert.Equal((OutboxState.Waiting, null, LetterState.Retrying), (after.State, after.ClaimId, after.Letter!.State));
        Assert.InRange(after.DueAt - host.Clock.UtcNow, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(66));
        var attempt = Assert.Single(after.Attempts);
        Assert.Equal((450, "4.2.0"), (attempt.ReplyCode, attempt.EnhancedCode));
        Assert.Equal("greylisted, office@government.example", host.Services.GetRequiredService<SealedJson>().Open<string>(attempt.SealedReply!));
        Assert.DoesNotContain(host.Log.Lines, l => l.Contains("government.example", StringComparison.Ordinal));

        server.Script = null;
        Assert.Equal(0, (await host.Batch.RunAsync(CancellationToken.None)).Tried);
        host.Clock.Advance(TimeSpan.FromSeconds(67));
        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
        Assert.Equal(row.MessageId, Assert.Single(server.Mails).MessageId);
        Assert.Equal([1, 2], (await host.ReadAsync(row)).Attempts.Select(a => a.Number).Order());
    }

    [Fact]
    public async Task A_refused_letter_is_not_tried_again()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        server.Script = (step, _) => step == "RCPT" ? "550 5.1.1 no such office" : null;

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Rejected);

        var after = await host.ReadAsync(row);
        Assert.Equal((OutboxState.Rejected, LetterState.Rejected, null), (after.State, after.Letter!.State, after.Sealed));
        host.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, (await host.Batch.RunAsync(CancellationToken.None)).Tried);
    }

    [Fact]
    public async Task What_the_schedule_has_no_more_tries_for_is_rejected()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        server.Script = (step, _) => step == "RCPT" ? "450 4.2.0 not today" : null;
        var outcomes = new List<BatchResult>();

        while ((await host.ReadAsync(row)).State == OutboxState.Waiting)
        {
            outcomes.Add(await host.Batch.RunAsync(CancellationToken.None));
            host.Clock.Advance(TimeSpan.FromHours(14));
        }

        Assert.Equal(RetrySchedule.Tries(MailKind.Letter), outcomes.Count);
        Assert.All(outcomes[..^1], o => Assert.Equal(1, o.PutOff));
        Assert.Equal(1, outcomes[^1].Rejected);
        Assert.Equal(LetterState.Rejected, (await host.ReadAsync(row)).Letter!.State);
    }

    [Fact]
    public async Task Confirmations_go_before_letters_and_the_longest_due_first()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "1");
        var rows = new List<OutboxMail>();
        for (var i = 0; i < 3; i++)
        {
            rows.Add(await host.QueueLetterAsync());
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        for (var i = 0; i < 2; i++)
        {
            rows.Add(await host.QueueConfirmationAsync());
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await host.Batch.RunAsync(CancellationToken.None);

        Assert.Equal([rows[3].MessageId, rows[4].MessageId, rows[0].MessageId, rows[1].MessageId, rows[2].MessageId], server.Mails.Select(m => m.MessageId));
        Assert.Equal(LetterState.AwaitingConfirmation, (await host.ReadAsync(rows[3])).Letter!.State);
    }

    [Fact]
    public async Task Nothing_goes_out_before_it_is_due()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        await host.QueueLetterAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(-1));

        Assert.Equal(0, (await host.Batch.RunAsync(CancellationToken.None)).Tried);
    }

    [Theory]
    [InlineData(LetterState.Withdrawn)]
    [InlineData(LetterState.Held)]
    [InlineData(LetterState.Expired)]
    public async Task What_nobody_waits_for_any_more_is_not_sent(LetterState state)
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        var confirmation = await host.QueueConfirmationAsync(state);
        await using (var db = host.NewContext())
        {
            await db.Letters.Where(l => l.Id == row.LetterId).ExecuteUpdateAsync(s => s.SetProperty(l => l.State, state));
        }

        await host.Batch.RunAsync(CancellationToken.None);

        Assert.Empty(server.Mails);
        Assert.Equal((OutboxState.Cancelled, null), ((await host.ReadAsync(row)).State, (await host.ReadAsync(row)).Sealed));
        Assert.Equal(OutboxState.Cancelled, (await host.ReadAsync(confirmation)).State);
    }

    [Fact]
    public async Task Letters_to_an_unverified_contact_wait_and_use_up_no_try()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var contact = await host.AddContactAsync("Unverified", verifiedAt: null);
        var rows = new[] { await host.QueueLetterAsync(contact: contact), await host.QueueLetterAsync(contact: contact) };
        var other = await host.QueueLetterAsync();

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Tried);
        Assert.Equal(other.MessageId, Assert.Single(server.Mails).MessageId);
        var waiting = await host.ReadAsync(rows[0]);
        Assert.Equal((OutboxState.Waiting, 0, LetterState.Queued), (waiting.State, waiting.AttemptCount, waiting.Letter!.State));
        Assert.Equal(0, (await host.Batch.RunAsync(CancellationToken.None)).Tried);
        var warning = Assert.Single(host.Log.Lines, l => l.Contains("Letters to contact", StringComparison.Ordinal));
        Assert.Contains($"contact {contact.Id} ", warning, StringComparison.Ordinal);

        await using (var db = host.NewContext())
        {
            (await db.Set<ContactChannel>().SingleAsync(c => c.ContactId == contact.Id)).VerifiedAt = host.Clock.UtcNow;
            await db.SaveChangesAsync();
        }

        Assert.Equal(2, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
    }

    [Fact]
    public async Task An_unverified_contact_is_written_to_where_that_is_allowed()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:RequireVerifiedContacts"] = "false");
        await host.QueueLetterAsync(contact: await host.AddContactAsync("Unverified", verifiedAt: null));

        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
    }

    [Fact]
    public async Task Our_own_trouble_does_not_use_up_the_letters_tries()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server, s => s["LobbyKit:Mail:Connections"] = "2");
        var rows = new List<OutboxMail>();
        for (var i = 0; i < 20; i++)
        {
            rows.Add(await host.QueueLetterAsync());
        }

        server.Script = (step, _) => step == "MAIL" ? "550 5.7.1 not your address" : null;
        var result = await host.Batch.RunAsync(CancellationToken.None);

        Assert.InRange(result.PutOff, 1, 2);
        Assert.Equal(20 - result.PutOff, result.Unsent);
        var states = (await Task.WhenAll(rows.Select(host.ReadAsync))).GroupBy(r => r.Letter!.State).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal((result.PutOff, result.Unsent), (states[LetterState.Retrying], states[LetterState.Queued]));
        server.Script = null;
        Assert.Equal(0, (await host.Batch.RunAsync(CancellationToken.None)).Tried);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        // One letter goes first, to see.
        Assert.Equal(1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
        Assert.Equal(result.Unsent - 1, (await host.Batch.RunAsync(CancellationToken.None)).Accepted);
    }

    [Fact]
    public async Task A_letter_erased_while_it_is_being_sent_still_gets_its_outcome()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var row = await host.QueueLetterAsync();
        server.Script = (step, _) =>
        {
            if (step == "END")
            {
                using var db = host.NewContext();
                db.Letters.Where(l => l.Id == row.LetterId).ExecuteUpdate(s => s.SetProperty(l => l.Revision, l => l.Revision + 1));
            }

            return null;
        };

        await host.Batch.RunAsync(CancellationToken.None);

        var after = await host.ReadAsync(row);
        Assert.Equal((OutboxState.Accepted, LetterState.Accepted), (after.State, after.Letter!.State));
        Assert.Single(after.Attempts);
    }

    [Fact]
    public async Task One_broken_row_does_not_stop_the_others()
    {
        await using var server = new TestSmtpServer();
        await using var host = await DeliveryHost.CreateAsync(server);
        var broken = await host.QueueLetterAsync();
        await using (var db = host.NewContext())
        {
            await db.SealedMails.Where(s => s.OutboxMailId == broken.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Content, [1, 2, 3]));
        }

        await host.QueueLetterAsync();

        Assert.Equal(new BatchResult(1, 1, 0, 0), await host.Batch.RunAsync(CancellationToken.None));
    }
}
