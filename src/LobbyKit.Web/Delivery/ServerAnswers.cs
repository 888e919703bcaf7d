using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery;

/// <summary>One way in which an office's mail server answered, as the last count found it.</summary>
/// <param name="ContactId">The office.</param>
/// <param name="Outcome">What followed.</param>
/// <param name="Reason">Why.</param>
/// <param name="Answers">How often; a letter that is tried three times gets three answers.</param>
/// <param name="LastAt">When last.</param>
public sealed record ServerAnswers(int ContactId, DeliveryOutcome Outcome, AnswerReason Reason, int Answers, DateTime LastAt)
{
    public static async Task<IReadOnlyList<ServerAnswers>> OfAsync(LobbyKitDbContext db, int campaignId, CancellationToken cancellationToken) =>
        await db.AnswerCounts.AsNoTracking().Where(c => c.CampaignId == campaignId)
            .GroupBy(c => new { c.ContactId, c.Outcome, c.Reason })
            .Select(g => new ServerAnswers(g.Key.ContactId, g.Key.Outcome, g.Key.Reason, g.Sum(c => c.Answers), g.Max(c => c.LastAt)))
            .ToListAsync(cancellationToken);
}
