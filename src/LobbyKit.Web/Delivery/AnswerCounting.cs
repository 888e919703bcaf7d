using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>Counts what mail servers answered to letters, by campaign, office, day and reason. Only days with new answers are counted again.</summary>
public sealed class AnswerCounting(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock) : IDisposable
{
    private const string Mark = "answers";

    // Answers are written in transactions that may commit later than another that began after them.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);
    private readonly SemaphoreSlim oneAtATime = new(1);
    private DateTime? countedUntil;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await CountNewAsync(cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task CountNewAsync(CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow().UtcDateTime - Overlap;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var since = countedUntil ??= await CountingMark.ReadAsync(db, Mark, cancellationToken);
        var isNew = db.DeliveryAttempts.Where(a => a.FinishedAt >= since);
        if (await isNew.MinAsync(a => (DateTime?)a.FinishedAt, cancellationToken) is { } first)
        {
            var last = await isNew.MaxAsync(a => a.FinishedAt, cancellationToken);
            for (var day = first.Date; day <= last; day = day.AddDays(1))
            {
                await CountAsync(db, day, cancellationToken);
            }

            await CountingMark.MoveAsync(db, Mark, until, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        countedUntil = until;
    }

    private static async Task CountAsync(LobbyKitDbContext db, DateTime from, CancellationToken cancellationToken)
    {
        var to = from.AddDays(1);
        var day = DateOnly.FromDateTime(from);
        var found = await (
            from attempt in db.DeliveryAttempts
            where attempt.FinishedAt >= @from && attempt.FinishedAt < to
            join mail in db.Outbox on attempt.OutboxMailId equals mail.Id
            where mail.Kind == MailKind.Letter && mail.CampaignId != null && mail.ContactId != null
            group attempt by new { mail.CampaignId, mail.ContactId, attempt.Outcome, attempt.ReplyCode, attempt.EnhancedCode } into answers
            select new
            {
                CampaignId = answers.Key.CampaignId!.Value,
                ContactId = answers.Key.ContactId!.Value,
                answers.Key.Outcome,
                answers.Key.ReplyCode,
                answers.Key.EnhancedCode,
                Answers = answers.Count(),
                LastAt = answers.Max(a => a.FinishedAt),
            }).ToListAsync(cancellationToken);
        var counts = found
            .GroupBy(f => (f.CampaignId, f.ContactId, f.Outcome, Reason: AnswerReasons.Of(f.Outcome, f.ReplyCode, f.EnhancedCode)))
            .ToDictionary(g => g.Key, g => (Answers: g.Sum(f => f.Answers), LastAt: g.Max(f => f.LastAt)));
        var stored = await db.AnswerCounts.Where(c => c.Day == day).ToListAsync(cancellationToken);
        foreach (var row in stored)
        {
            if (counts.Remove((row.CampaignId, row.ContactId, row.Outcome, row.Reason), out var count))
            {
                (row.Answers, row.LastAt) = count;
            }
            else
            {
                db.AnswerCounts.Remove(row);
            }
        }

        db.AnswerCounts.AddRange(counts.Select(c => new AnswerCount
        {
            CampaignId = c.Key.CampaignId,
            ContactId = c.Key.ContactId,
            Day = day,
            Outcome = c.Key.Outcome,
            Reason = c.Key.Reason,
            Answers = c.Value.Answers,
            LastAt = c.Value.LastAt,
        }));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
