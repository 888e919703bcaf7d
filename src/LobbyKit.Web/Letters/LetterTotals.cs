using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Letters;

/// <summary>How many letters a campaign has on their way or delivered, and from how many countries.</summary>
/// <param name="Letters">Confirmed letters and those that supporters say they delivered.</param>
/// <param name="Reported">How many of them supporters say they delivered by their own hand.</param>
/// <param name="Countries">Countries that they come from.</param>
public sealed record LetterTotals(int Letters, int Reported, int Countries)
{
    public static async Task<LetterTotals> OfAsync(LobbyKitDbContext db, int campaignId, CancellationToken cancellationToken)
    {
        var counts = await db.LetterCounts.Where(c => c.CampaignId == campaignId && LetterLife.Counted.Contains(c.State))
            .GroupBy(c => new { c.CountryCode, c.State })
            .Select(g => new { g.Key.CountryCode, g.Key.State, Letters = g.Sum(c => c.Letters) })
            .ToListAsync(cancellationToken);
        return new LetterTotals(
            counts.Sum(c => c.Letters),
            counts.Where(c => c.State == LetterState.Reported).Sum(c => c.Letters),
            counts.Select(c => c.CountryCode).Distinct().Count());
    }
}
