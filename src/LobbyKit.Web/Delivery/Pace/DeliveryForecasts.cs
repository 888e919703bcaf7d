using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>Says when letters will go, by the same pace by which they do.</summary>
public sealed class DeliveryForecasts(
    LobbyKitDbContext db, QueueBoard board, DeliveryPolicy policy, Pacemaker pace, IOptions<MailOptions> options, TimeProvider clock)
{
    /// <summary>For a letter that is confirmed now.</summary>
    /// <returns>Null where the server may not send to the office.</returns>
    public async Task<LetterForecast?> ForNewAsync(int contactId, int campaignId, CancellationToken cancellationToken) =>
        (await LookAsync([contactId], campaignId, cancellationToken)).For(contactId, campaignId, null);

    /// <summary>For a confirmed letter that has not gone yet.</summary>
    /// <returns>Null where it does not wait in the outbox.</returns>
    public async Task<LetterForecast?> ForAsync(Letter letter, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.AsNoTracking().Where(m => m.LetterId == letter.Id && m.Kind == MailKind.Letter && m.State == OutboxState.Waiting)
            .Select(m => new { m.DueAt }).FirstOrDefaultAsync(cancellationToken);
        if (mail is null)
        {
            return null;
        }

        // Later ones of its own campaign do not go before it.
        var before = await db.Outbox.CountAsync(
            m => m.State == OutboxState.Waiting && m.Kind == MailKind.Letter && m.ContactId == letter.ContactId && m.CampaignId == letter.CampaignId
                && m.DueAt < mail.DueAt,
            cancellationToken);
        var forecast = (await LookAsync([letter.ContactId], letter.CampaignId, cancellationToken)).For(letter.ContactId, letter.CampaignId, before);
        return forecast is null ? new LetterForecast(null, 0, true, ForecastObstacle.Address)
            : forecast.At < mail.DueAt ? forecast with { At = mail.DueAt } : forecast;
    }

    /// <summary>When the last of a campaign's letters that wait now will have gone.</summary>
    /// <returns>Null where none waits that could go.</returns>
    public async Task<LetterForecast?> ForCampaignAsync(int campaignId, CancellationToken cancellationToken)
    {
        var view = await board.LookAsync(db, cancellationToken);
        var contacts = view.Queues.Where(q => q.CampaignId == campaignId).Select(q => q.ContactId).ToList();
        if (contacts.Count == 0)
        {
            return null;
        }

        var look = await LookAsync(contacts, campaignId, cancellationToken);
        var forecasts = contacts.Select(c => look.For(c, campaignId, null)).OfType<LetterForecast>().ToList();
        return forecasts.Where(f => f.At is null).MaxBy(f => f.Obstacle) ?? forecasts.MaxBy(f => f.At);
    }

    private async Task<QueueOutlook> LookAsync(IReadOnlyCollection<int> contacts, int campaignId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var view = await board.LookAsync(db, cancellationToken);
        if (!view.Events.ContainsKey(campaignId))
        {
            var campaign = await db.Campaigns.AsNoTracking().Where(c => c.Id == campaignId)
                .Select(c => new { c.EventStarts, c.EventEnds, c.EventTimeZone }).FirstAsync(cancellationToken);
            var known = view.Events.ToDictionary();
            known[campaignId] = CampaignEvent.Of(campaign.EventStarts, campaign.EventEnds, campaign.EventTimeZone);
            view = view with { Events = known };
        }

        var offices = await policy.AddressesAsync(db, [.. view.Queues.Select(q => q.ContactId).Concat(contacts).Distinct()], cancellationToken);
        var gates = new LaneGates(
            await db.DeliveryLanes.AsNoTracking().ToListAsync(cancellationToken),
            await db.DeliveryPauses.AsNoTracking().ToListAsync(cancellationToken),
            now,
            options.Value.Lease);
        return new QueueOutlook(view, offices, pace, gates, now);
    }
}
