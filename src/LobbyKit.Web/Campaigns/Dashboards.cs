using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace LobbyKit.Web.Campaigns;

/// <summary>Puts together what the team of a campaign watches. It reads counts, never letters.</summary>
public sealed class Dashboards(LobbyKitDbContext db, IMemoryCache memory, TimeProvider clock)
{
    private static readonly TimeSpan KeptUnused = TimeSpan.FromMinutes(2);

    public async Task<DashboardView> ShowAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var there = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(campaign.EventTimeZone)).DateTime);
        var (letters, journey, answers) = await CountsAsync(campaign.Id, cancellationToken);
        var officeIds = answers.Select(a => a.ContactId).Distinct().ToList();
        return new DashboardView(
            campaign,
            now.UtcDateTime,
            campaign.IsOpen(now.UtcDateTime),
            there > campaign.EventEnds ? -1 : Math.Max(0, campaign.EventStarts.DayNumber - there.DayNumber),
            letters,
            CampaignPace.Of(campaign, letters, now.UtcDateTime),
            journey,
            answers,
            await db.Contacts.AsNoTracking().Where(c => officeIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken));
    }

    /// <summary>A team that watches reads the counts once after each count, however many they are.</summary>
    private async Task<DashboardCounts> CountsAsync(int campaignId, CancellationToken cancellationToken)
    {
        // Asked before reading: counts that come in between are kept under the old stamp, which nobody asks for again.
        var key = (nameof(Dashboards), campaignId, await CountingMark.StampAsync(db, cancellationToken));
        if (memory.TryGetValue(key, out DashboardCounts? kept) && kept is not null)
        {
            return kept;
        }

        var letters = await LetterFigures.OfAsync(db, campaignId, cancellationToken);
        var journey = await JourneyFigures.OfAsync(db, campaignId, letters, cancellationToken);
        var counts = new DashboardCounts(letters, journey, await ServerAnswers.OfAsync(db, campaignId, cancellationToken));
        return memory.Set(key, counts, new MemoryCacheEntryOptions { SlidingExpiration = KeptUnused });
    }
}
