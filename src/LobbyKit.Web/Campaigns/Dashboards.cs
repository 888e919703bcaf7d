using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns;

/// <summary>Puts together what the team of a campaign watches. It reads counts, never letters.</summary>
public sealed class Dashboards(LobbyKitDbContext db, TimeProvider clock)
{
    public async Task<DashboardView> ShowAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var there = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(campaign.EventTimeZone)).DateTime);
        var letters = await LetterFigures.OfAsync(db, campaign.Id, cancellationToken);
        var answers = await ServerAnswers.OfAsync(db, campaign.Id, cancellationToken);
        var officeIds = answers.Select(a => a.ContactId).Distinct().ToList();
        return new DashboardView(
            campaign,
            now.UtcDateTime,
            campaign.IsOpen(now.UtcDateTime),
            there > campaign.EventEnds ? -1 : Math.Max(0, campaign.EventStarts.DayNumber - there.DayNumber),
            letters,
            CampaignPace.Of(campaign, letters, now.UtcDateTime),
            await JourneyFigures.OfAsync(db, campaign.Id, letters, cancellationToken),
            answers,
            await db.Contacts.AsNoTracking().Where(c => officeIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken));
    }
}
