using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Benchmarks;

/// <summary>What the dashboard would ask if there were no counts: the letters and answers themselves.</summary>
internal sealed class DirectCounts(LobbyKitDbContext db, int campaignId)
{
    private IQueryable<Letter> Counted => db.Letters.Where(l => l.CampaignId == campaignId && LetterLife.Counted.Contains(l.State));

    public async Task RunAsync()
    {
        await Counted.GroupBy(l => new { l.CreatedOn, IsSent = l.Route == LetterRoute.Server }).Select(g => new { g.Key, Letters = g.Count() }).ToListAsync();
        await Counted.GroupBy(l => new { l.CountryCode, IsSent = l.Route == LetterRoute.Server }).Select(g => new { g.Key, Letters = g.Count() }).ToListAsync();
        await Counted.GroupBy(l => new { l.Language, IsSent = l.Route == LetterRoute.Server }).Select(g => new { g.Key, Letters = g.Count() }).ToListAsync();
        await Counted.GroupBy(l => l.Route).Select(g => new { g.Key, Letters = g.Count() }).ToListAsync();
        await db.Letters.Where(l => l.CampaignId == campaignId).GroupBy(l => new { l.CountryCode, l.State }).Select(g => new { g.Key, Letters = g.Count() }).ToListAsync();
        await (
            from attempt in db.DeliveryAttempts
            join mail in db.Outbox on attempt.OutboxMailId equals mail.Id
            where mail.Kind == MailKind.Letter && mail.CampaignId == campaignId
            group attempt by new { mail.ContactId, attempt.Outcome, attempt.ReplyCode, attempt.EnhancedCode } into answers
            select new { answers.Key, Answers = answers.Count(), Last = answers.Max(a => a.FinishedAt) }).ToListAsync();
    }
}
