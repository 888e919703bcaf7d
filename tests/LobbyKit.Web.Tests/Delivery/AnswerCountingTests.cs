using LobbyKit.Web.Delivery;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class AnswerCountingTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private TestApplication Application => running.Application;

    [Fact]
    public async Task Answers_to_letters_are_counted_by_office_day_and_reason_and_nothing_else_is()
    {
        var campaignId = await Application.WithDatabaseAsync(db => db.Campaigns.Select(c => c.Id).SingleAsync());
        var today = Application.Clock.GetUtcNow().UtcDateTime;
        await Application.ChangeDatabaseAsync(db =>
        {
            db.Outbox.AddRange(
                Mail(MailKind.Letter, 1, (today.AddDays(-1), DeliveryOutcome.TryLater, 452, "4.2.2"), (today, DeliveryOutcome.Accepted, 250, "2.0.0")),
                Mail(MailKind.Letter, 1, (today, DeliveryOutcome.Accepted, 250, "")),
                Mail(MailKind.Letter, 2, (today, DeliveryOutcome.Rejected, 550, "5.1.1"), (today, DeliveryOutcome.Rejected, 553, "5.1.3")),
                Mail(MailKind.Test, 2, (today, DeliveryOutcome.Accepted, 250, "2.0.0")),
                Mail(MailKind.Confirmation, null, (today, DeliveryOutcome.Accepted, 250, "2.0.0")));
            return Task.CompletedTask;
        });

        // A process that has counted nothing yet: answers of yesterday are no news to the one that runs.
        using var first = NewProcess();
        await first.RunAsync(CancellationToken.None);
        Assert.Equal(
            [
                $"{DateOnly.FromDateTime(today.AddDays(-1)):O} 1 TryLater MailboxFull 1",
                $"{DateOnly.FromDateTime(today):O} 1 Accepted Taken 2",
                $"{DateOnly.FromDateTime(today):O} 2 Rejected NoSuchAddress 2",
            ],
            await RowsAsync());

        // Counted again, by another process, and after one more.
        await CountAsync();
        using var other = NewProcess();
        await Application.ChangeDatabaseAsync(db => Task.FromResult(db.Outbox.Add(Mail(MailKind.Letter, 1, (today, DeliveryOutcome.Accepted, 250, "2.6.0")))));
        await other.RunAsync(CancellationToken.None);
        Assert.Contains($"{DateOnly.FromDateTime(today):O} 1 Accepted Taken 3", await RowsAsync());
        Assert.Equal(3, (await RowsAsync()).Count);

        OutboxMail Mail(MailKind kind, int? contactId, params (DateTime At, DeliveryOutcome Outcome, int Code, string Enhanced)[] answers)
        {
            var mail = new OutboxMail
            {
                Kind = kind,
                State = OutboxState.Accepted,
                CampaignId = campaignId,
                ContactId = contactId,
                MessageId = $"{Guid.NewGuid():N}@lobbykit.example",
                CreatedAt = today,
                DueAt = today,
            };
            mail.Attempts.AddRange(answers.Select((a, i) => new DeliveryAttempt
            {
                Number = i + 1,
                StartedAt = a.At,
                FinishedAt = a.At,
                Outcome = a.Outcome,
                ReplyCode = a.Code,
                EnhancedCode = a.Enhanced,
            }));
            return mail;
        }
    }

    private AnswerCounting NewProcess() => new(Application.Service<IDbContextFactory<Web.Data.LobbyKitDbContext>>(), Application.Clock);

    private Task CountAsync() => Application.Service<AnswerCounting>().RunAsync(CancellationToken.None);

    private Task<List<string>> RowsAsync() => Application.WithDatabaseAsync(async db => (await db.AnswerCounts.AsNoTracking().ToListAsync())
        .OrderBy(c => c.Day).ThenBy(c => c.ContactId).Select(c => $"{c.Day:O} {c.ContactId} {c.Outcome} {c.Reason} {c.Answers}").ToList());
}
