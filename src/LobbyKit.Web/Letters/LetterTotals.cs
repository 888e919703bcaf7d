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
        var counts = await db.LetterSums
            .Where(s => s.CampaignId == campaignId && s.Dimension == LetterDimension.Country && LetterLife.Counted.Contains(s.State))
            .GroupBy(s => new { s.Key, IsReported = s.Route != LetterRoute.Server })
            .Select(g => new { g.Key.Key, g.Key.IsReported, Letters = g.Sum(s => s.Letters) })
            .ToListAsync(cancellationToken);
        return new LetterTotals(
            counts.Sum(c => c.Letters),
            counts.Where(c => c.IsReported).Sum(c => c.Letters),
            counts.Select(c => c.Key).Distinct().Count());
    }
}
