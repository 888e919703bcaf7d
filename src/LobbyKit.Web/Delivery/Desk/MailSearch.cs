using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Lanes;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>
/// Finds e-mails in the outbox. A standing is always asked for, so that an index gives the order and a page costs the same however many there are.
/// </summary>
public sealed class MailSearch(LobbyKitDbContext db, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<MailList> ReadAsync(MailFilter filter, MailPlace? after, CancellationToken cancellationToken)
    {
        var found = await FindAsync(filter, cancellationToken);
        var isOpen = filter.Standing is not (MailStanding.Accepted or MailStanding.Rejected or MailStanding.Cancelled);
        if (after is { DueAt: var due, Id: var id })
        {
            found = isOpen
                ? found.Where(m => m.DueAt >= due && (m.DueAt > due || m.Id > id))
                : found.Where(m => m.DueAt <= due && (m.DueAt < due || m.Id < id));
        }

        var ordered = isOpen ? found.OrderBy(m => m.DueAt).ThenBy(m => m.Id) : found.OrderByDescending(m => m.DueAt).ThenByDescending(m => m.Id);
        var rows = await ordered.AsNoTracking().Take(PageSize + 1)
            .Select(m => new { m.Id, m.Kind, m.State, m.ClaimId, m.ContactId, m.CampaignId, m.CreatedAt, m.DueAt, m.FinishedAt, m.AttemptCount }).ToListAsync(cancellationToken);
        var page = rows.Take(PageSize).ToList();
        var contacts = await LaneTitles.ContactsAsync(db, [.. page.Where(r => r.ContactId is not null).Select(r => r.ContactId!.Value).Distinct()], cancellationToken);
        var campaigns = await LaneTitles.CampaignsAsync(db, [.. page.Where(r => r.CampaignId is not null).Select(r => r.CampaignId!.Value).Distinct()], cancellationToken);
        var codes = await CodesAsync([.. page.Where(r => r.AttemptCount > 0).Select(r => r.Id)], cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        return new MailList(
            [.. page.Select(r => new MailLine(
                r.Id, r.Kind, Standing(r.State, r.ClaimId, r.DueAt, now),
                r.ContactId, contacts.GetValueOrDefault(r.ContactId ?? 0, ""), r.CampaignId, campaigns.GetValueOrDefault(r.CampaignId ?? 0, ""),
                r.CreatedAt, r.DueAt, r.FinishedAt, r.AttemptCount, codes.GetValueOrDefault(r.Id, "")))],
            rows.Count > PageSize ? new MailPlace(page[^1].DueAt, page[^1].Id) : null);
    }

    public async Task<MailChoices> ChoicesAsync(CancellationToken cancellationToken)
    {
        var contacts = await db.Contacts.Where(c => c.MergedIntoId == null && c.Channels.Any(ch => ch.Kind == ChannelKind.Email))
            .Select(c => new { c.Id, c.Office, c.CountryName }).ToListAsync(cancellationToken);
        var campaigns = await LaneTitles.CampaignsAsync(db, await db.Campaigns.Select(c => c.Id).ToListAsync(cancellationToken), cancellationToken);
        return new MailChoices(
            [.. contacts.Select(c => KeyValuePair.Create(c.Id, OfficeTitle.Of(c.Office, c.CountryName))).OrderBy(c => c.Value, StringComparer.Ordinal)],
            [.. campaigns.OrderBy(c => c.Value, StringComparer.Ordinal)]);
    }

    internal async Task<IQueryable<OutboxMail>> FindAsync(MailFilter filter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = filter.Standing switch
        {
            MailStanding.Waiting => db.Outbox.Where(m => m.State == OutboxState.Waiting),
            MailStanding.Due => db.Outbox.Where(m => m.State == OutboxState.Waiting && m.DueAt <= now),
            MailStanding.PutOff => db.Outbox.Where(m => m.State == OutboxState.Waiting && m.DueAt > now),
            MailStanding.InHand => db.Outbox.Where(m => m.ClaimId != null),
            MailStanding.Held => db.Outbox.Where(m => m.State == OutboxState.Held),
            MailStanding.Accepted => db.Outbox.Where(m => m.State == OutboxState.Accepted),
            MailStanding.Rejected => db.Outbox.Where(m => m.State == OutboxState.Rejected),
            MailStanding.Cancelled => db.Outbox.Where(m => m.State == OutboxState.Cancelled),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Standing, null),
        };
        // Only letters go to contacts; saying so lets the index of letters by contact answer.
        var kind = filter.Kind ?? (filter.ContactId is null && filter.Domain.Length == 0 ? null : MailKind.Letter);
        found = kind is null ? found : found.Where(m => m.Kind == kind);
        found = filter.CampaignId is null ? found : found.Where(m => m.CampaignId == filter.CampaignId);
        if (filter.ContactId is { } contact)
        {
            var ids = await db.Contacts.Where(c => c.Id == contact || c.MergedIntoId == contact).Select(c => (int?)c.Id).ToListAsync(cancellationToken);
            found = found.Where(m => ids.Contains(m.ContactId));
        }

        if (filter.Domain.Length > 0)
        {
            var ids = await AtAsync(filter.Domain, cancellationToken);
            found = found.Where(m => ids.Contains(m.ContactId));
        }

        if (filter.OlderThanHours > 0)
        {
            var first = await MailAges.FirstSinceAsync(db, now - TimeSpan.FromHours(filter.OlderThanHours), cancellationToken);
            found = found.Where(m => m.Id < first);
        }

        return found;
    }

    internal static MailStanding Standing(OutboxState state, Guid? claim, DateTime dueAt, DateTime now) => state switch
    {
        OutboxState.Waiting => claim is not null ? MailStanding.InHand : dueAt > now ? MailStanding.PutOff : MailStanding.Due,
        OutboxState.Held => MailStanding.Held,
        OutboxState.Accepted => MailStanding.Accepted,
        OutboxState.Rejected => MailStanding.Rejected,
        _ => MailStanding.Cancelled,
    };

    private async Task<List<int?>> AtAsync(string domain, CancellationToken cancellationToken)
    {
        var addresses = await db.Contacts
            .Join(db.Contacts, c => c.MergedIntoId ?? c.Id, office => office.Id, (c, office) => new { c.Id, office })
            .SelectMany(x => x.office.Channels.Where(ch => ch.Kind == ChannelKind.Email && ch.StoppedAt == null), (x, channel) => new { x.Id, channel.Address })
            .ToListAsync(cancellationToken);
        return [.. addresses.Where(a => LaneName.Domain(a.Address).Key == domain).Select(a => (int?)a.Id).Distinct()];
    }

    private async Task<Dictionary<long, string>> CodesAsync(List<long> ids, CancellationToken cancellationToken)
    {
        var attempts = await db.DeliveryAttempts.Where(a => ids.Contains(a.OutboxMailId))
            .Select(a => new { a.OutboxMailId, a.Number, a.ReplyCode, a.EnhancedCode }).ToListAsync(cancellationToken);
        return attempts.GroupBy(a => a.OutboxMailId).ToDictionary(
            g => g.Key, g => g.MaxBy(a => a.Number) is { ReplyCode: { } code } last ? $"{code} {last.EnhancedCode}".Trim() : "no answer");
    }
}
