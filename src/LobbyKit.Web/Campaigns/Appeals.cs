using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Pace;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Campaigns;

/// <summary>Puts together what the appeal of a campaign shows.</summary>
public sealed class Appeals(LobbyKitDbContext db, CampaignImages images, DeliveryForecasts forecasts, TimeProvider clock)
{
    public async Task<AppealView> ShowAsync(Campaign campaign, string language, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(campaign.EventTimeZone)).DateTime);
        return new AppealView(
            campaign,
            campaign.TextFor(language),
            await LetterTotals.OfAsync(db, campaign.Id, cancellationToken),
            campaign.IsOpen(now.UtcDateTime),
            Math.Max(0, campaign.EventStarts.DayNumber - today.DayNumber),
            await images.UsedAsync(campaign, cancellationToken),
            await forecasts.ForCampaignAsync(campaign.Id, cancellationToken));
    }
}
