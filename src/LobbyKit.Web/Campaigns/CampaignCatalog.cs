using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns;

/// <summary>The campaigns as the public sees them.</summary>
public sealed class CampaignCatalog(LobbyKitDbContext db, TimeProvider clock)
{
    /// <summary>Campaigns that the public may see: open, or closed and still to be read.</summary>
    public IQueryable<Campaign> Visible =>
        db.Campaigns.AsNoTracking().Where(c => c.State == CampaignState.Open || c.State == CampaignState.Closed);

    /// <summary>Campaigns that take letters now, those whose event is nearest first.</summary>
    public async Task<IReadOnlyList<Campaign>> OpenAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await Readable()
            .Where(c => (c.State == CampaignState.Open || c.State == CampaignState.Scheduled) && c.OpensAt <= now && c.ClosesAt > now)
            .OrderBy(c => c.EventStarts)
            .ToListAsync(cancellationToken);
    }

    /// <summary>A campaign that the public may see: open, or closed and still to be read.</summary>
    public async Task<Campaign?> FindAsync(string slug, CancellationToken cancellationToken) =>
        await Readable().FirstOrDefaultAsync(c => c.Slug == slug, cancellationToken) is { } found && found.IsPublic(clock.GetUtcNow().UtcDateTime)
            ? found
            : null;

    public async Task<Campaign?> FindAsync(int id, CancellationToken cancellationToken) =>
        await Readable().FirstOrDefaultAsync(c => c.Id == id, cancellationToken);

    /// <summary>The published letters of a campaign.</summary>
    public async Task<IReadOnlyList<PublishedLetter>> LettersAsync(int campaignId, CancellationToken cancellationToken) =>
        await (
            from template in db.LetterTemplates.AsNoTracking()
            where template.CampaignId == campaignId && template.PublishedNumber != null
            from version in template.Versions
            where version.Number == template.PublishedNumber
            select new PublishedLetter(version.Id, template.Language, template.CountryCode, version.Subject, version.Body))
            .ToListAsync(cancellationToken);

    private IQueryable<Campaign> Readable() => db.Campaigns.AsNoTracking().Include(c => c.Texts).Include(c => c.Organisations).AsSplitQuery();
}
