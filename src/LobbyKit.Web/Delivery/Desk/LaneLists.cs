using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Pace;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Delivery.Desk;

/// <summary>What waits for whom: by contact, by receiving domain, by campaign.</summary>
public sealed class LaneLists(LobbyKitDbContext db, DeliveryPolicy policy, QueueBoard board, Pacemaker pace, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="kind">Contact, domain or campaign.</param>
    /// <param name="page">From 1; what is beyond the last shows the last.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<LaneList> ReadAsync(LaneKind kind, int page, CancellationToken cancellationToken)
    {
        var waiting = await WaitingAsync(cancellationToken);
        var rows = kind switch
        {
            LaneKind.Campaign => await CampaignsAsync(waiting, cancellationToken),
            LaneKind.Contact => (await OfficesAsync(waiting, cancellationToken)).Contacts,
            LaneKind.Domain => (await OfficesAsync(waiting, cancellationToken)).Domains,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
        var pages = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var shown = rows.OrderByDescending(r => r.Waiting + r.Held).ThenBy(r => r.Title, StringComparer.Ordinal).Skip((page - 1) * PageSize).Take(PageSize);
        return new LaneList([.. await WithLanesAsync(kind, [.. shown], cancellationToken)], rows.Count, page, pages);
    }

    private sealed record Count(int? ContactId, int? CampaignId, int Waiting, int PutOff, int Held);

    private async Task<List<Count>> WaitingAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Answered by the index of what waits alone.
        var waiting = await db.Outbox.Where(m => m.State == OutboxState.Waiting && m.Kind == MailKind.Letter).GroupBy(m => new { m.ContactId, m.CampaignId })
            .Select(g => new Count(g.Key.ContactId, g.Key.CampaignId, g.Count(), g.Count(m => m.DueAt > now), 0)).ToListAsync(cancellationToken);
        var held = await db.Outbox.Where(m => m.State == OutboxState.Held && m.Kind == MailKind.Letter).GroupBy(m => new { m.ContactId, m.CampaignId })
            .Select(g => new Count(g.Key.ContactId, g.Key.CampaignId, 0, 0, g.Count())).ToListAsync(cancellationToken);
        return [.. waiting, .. held];
    }

    private async Task<(List<LaneRow> Contacts, List<LaneRow> Domains)> OfficesAsync(List<Count> counts, CancellationToken cancellationToken)
    {
        var contacts = await db.Contacts.AsNoTracking().Select(c => new { c.Id, c.Office, c.CountryName, c.MergedIntoId }).ToListAsync(cancellationToken);
        // Letters to a duplicate go where those of the contact go that it was merged into.
        var officeOf = contacts.ToDictionary(c => c.Id, c => c.MergedIntoId ?? c.Id);
        var byOffice = counts.ToLookup(c => officeOf.GetValueOrDefault(c.ContactId ?? 0, c.ContactId ?? 0));
        var answers = (await AnswersAsync(cancellationToken)).ToLookup(a => officeOf.GetValueOrDefault(a.ContactId, a.ContactId));
        var addresses = await policy.AddressesAsync(db, [.. contacts.Where(c => c.MergedIntoId == null).Select(c => c.Id)], cancellationToken);
        var view = await board.LookAsync(db, cancellationToken);
        var paces = new OfficePaces(view, await PacedAsync(view, addresses, cancellationToken), pace, clock.GetUtcNow().UtcDateTime);
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = contacts.Where(c => c.MergedIntoId == null && (addresses.ContainsKey(c.Id) || byOffice[c.Id].Any())).Select(c => new LaneRow
        {
            Lane = LaneName.Contact(c.Id),
            Title = OfficeTitle.Of(c.Office, c.CountryName),
            Domain = addresses.GetValueOrDefault(c.Id) is { } office ? LaneName.Domain(office.Address).Key : "",
            Waiting = byOffice[c.Id].Sum(x => x.Waiting),
            PutOff = byOffice[c.Id].Sum(x => x.PutOff),
            Held = byOffice[c.Id].Sum(x => x.Held),
            LastAnswer = Last(answers[c.Id]),
            PerHour = pace.IsOn && addresses.ContainsKey(c.Id) ? paces.Of(c.Id).At(now) : null,
        }).ToList();
        var domains = rows.Where(r => r.Domain.Length > 0).GroupBy(r => r.Domain).Select(d => new LaneRow
        {
            Lane = new LaneName(LaneKind.Domain, d.Key),
            Title = d.Key,
            Domain = d.Key,
            Contacts = d.Count(),
            Waiting = d.Sum(r => r.Waiting),
            PutOff = d.Sum(r => r.PutOff),
            Held = d.Sum(r => r.Held),
            LastAnswer = d.Select(r => r.LastAnswer).Where(a => a is not null).OrderByDescending(a => a!.Value.At).FirstOrDefault(),
            PerHour = pace.IsOn ? paces.Of(new LaneName(LaneKind.Domain, d.Key)) : null,
        }).ToList();
        return (rows, domains);
    }

    // The pace follows what waits for an office under any of its numbers.
    private async Task<Dictionary<int, OfficeAddress>> PacedAsync(QueueBoardView view, IReadOnlyDictionary<int, OfficeAddress> addresses, CancellationToken cancellationToken)
    {
        var others = view.Queues.Select(q => q.ContactId).Distinct().Where(id => !addresses.ContainsKey(id)).ToList();
        var merged = await policy.AddressesAsync(db, others, cancellationToken);
        return addresses.Concat(merged).ToDictionary();
    }

    private async Task<List<LaneRow>> CampaignsAsync(List<Count> counts, CancellationToken cancellationToken)
    {
        var byCampaign = counts.Where(c => c.CampaignId is not null).ToLookup(c => c.CampaignId!.Value);
        var ids = await db.Campaigns.Select(c => c.Id).ToListAsync(cancellationToken);
        var titles = await LaneTitles.CampaignsAsync(db, ids, cancellationToken);
        var answers = (await AnswersAsync(cancellationToken)).ToLookup(a => a.CampaignId);
        return [.. titles.Select(t => new LaneRow
        {
            Lane = LaneName.Campaign(t.Key),
            Title = t.Value,
            Waiting = byCampaign[t.Key].Sum(c => c.Waiting),
            PutOff = byCampaign[t.Key].Sum(c => c.PutOff),
            Held = byCampaign[t.Key].Sum(c => c.Held),
            LastAnswer = Last(answers[t.Key]),
        })];
    }

    private async Task<List<Answer>> AnswersAsync(CancellationToken cancellationToken) => await db.AnswerCounts
        .GroupBy(c => new { c.ContactId, c.CampaignId, c.Outcome, c.Reason })
        .Select(g => new Answer(g.Key.ContactId, g.Key.CampaignId, g.Key.Outcome, g.Key.Reason, g.Max(c => c.LastAt))).ToListAsync(cancellationToken);

    private sealed record Answer(int ContactId, int CampaignId, DeliveryOutcome Outcome, AnswerReason Reason, DateTime At);

    private static (DeliveryOutcome, AnswerReason, DateTime)? Last(IEnumerable<Answer> answers) =>
        answers.MaxBy(a => a.At) is { } last ? (last.Outcome, last.Reason, last.At) : null;

    private async Task<IEnumerable<LaneRow>> WithLanesAsync(LaneKind kind, List<LaneRow> rows, CancellationToken cancellationToken)
    {
        var stopped = await db.DeliveryLanes.AsNoTracking().Where(l => l.Kind == kind && l.StoppedAt != null).ToDictionaryAsync(l => l.Key, l => l.StoppedAt, cancellationToken);
        var paused = await db.DeliveryPauses.AsNoTracking().Where(p => p.Kind == kind).ToDictionaryAsync(p => p.Which, p => p.By, cancellationToken);
        return rows.Select(r => r with { StoppedAt = stopped.GetValueOrDefault(r.Lane.Key), PausedBy = paused.GetValueOrDefault(r.Lane.Key, "") });
    }
}
