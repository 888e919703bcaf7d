using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns.Images;

/// <summary>The pictures of a campaign: its picture on the appeal, and the logos of those who stand behind it.</summary>
public sealed class CampaignImages(LobbyKitDbContext db, TimeProvider clock)
{
    /// <summary>All of a campaign, the oldest first.</summary>
    public async Task<IReadOnlyList<ShownImage>> ListAsync(int campaignId, CancellationToken cancellationToken) =>
        await Shown(db.CampaignImages.Where(i => i.CampaignId == campaignId)).ToListAsync(cancellationToken);

    public Task<ShownImage?> FindAsync(int campaignId, int imageId, CancellationToken cancellationToken) =>
        Shown(db.CampaignImages.Where(i => i.CampaignId == campaignId && i.Id == imageId)).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Those that the appeal shows, by hash.</summary>
    public async Task<IReadOnlyDictionary<string, ShownImage>> UsedAsync(Campaign campaign, CancellationToken cancellationToken)
    {
        var used = campaign.Organisations.Select(o => o.LogoHash).Append(campaign.PictureHash).Where(h => h.Length > 0).Distinct().ToList();
        return used.Count == 0
            ? new Dictionary<string, ShownImage>()
            : await Shown(db.CampaignImages.Where(i => i.CampaignId == campaign.Id && used.Contains(i.Hash))).ToDictionaryAsync(i => i.Hash, cancellationToken);
    }

    /// <param name="campaigns">Those that whoever asks may see.</param>
    /// <param name="slug">The campaign's.</param>
    /// <param name="hash">The picture's.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null where there is no such picture in such a campaign.</returns>
    public Task<ImageContent?> ContentAsync(IQueryable<Campaign> campaigns, string slug, string hash, CancellationToken cancellationToken) => (
        from image in db.CampaignImages.AsNoTracking()
        where image.Hash == hash && campaigns.Any(c => c.Id == image.CampaignId && c.Slug == slug)
        select new ImageContent(image.Type, image.Bytes)).FirstOrDefaultAsync(cancellationToken);

    public async Task<ImageAddOutcome> AddAsync(
        int campaignId, CleanImage image, string language, string alternative, ImageUse use, CancellationToken cancellationToken)
    {
        var hashes = await db.CampaignImages.Where(i => i.CampaignId == campaignId).Select(i => i.Hash).ToListAsync(cancellationToken);
        if (hashes.Contains(image.Hash))
        {
            return ImageAddOutcome.IsThere;
        }

        if (hashes.Count >= ImageLimits.PerCampaign)
        {
            return ImageAddOutcome.TooMany;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var added = CampaignImage.Of(image, [KeyValuePair.Create(language, alternative)], clock.GetUtcNow().UtcDateTime);
        added.CampaignId = campaignId;
        db.CampaignImages.Add(added);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two at the very same moment: there is one of each picture, and the other one won.
            db.ChangeTracker.Clear();
            return ImageAddOutcome.IsThere;
        }

        if (use != ImageUse.None)
        {
            await SetUseAsync(campaignId, image.Hash, use, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return ImageAddOutcome.Added;
    }

    /// <summary>Saves its texts, by language, and its use.</summary>
    /// <returns>False where somebody else changed it since <paramref name="revision"/>, or took it away. Nothing was saved.</returns>
    public async Task<bool> SaveAsync(
        int campaignId, int imageId, int revision, IReadOnlyDictionary<string, string> alternatives, ImageUse use, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await db.CampaignImages.Where(i => i.Id == imageId && i.CampaignId == campaignId && i.Revision == revision)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Revision, revision + 1), cancellationToken);
        if (changed == 0)
        {
            return false;
        }

        await db.Set<CampaignImageText>().Where(t => t.CampaignImageId == imageId).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(alternatives.Where(a => a.Value.Length > 0)
            .Select(a => new CampaignImageText { CampaignImageId = imageId, Language = a.Key, Alternative = a.Value }));
        await db.SaveChangesAsync(cancellationToken);
        var hash = await db.CampaignImages.Where(i => i.Id == imageId).Select(i => i.Hash).SingleAsync(cancellationToken);
        await SetUseAsync(campaignId, hash, use, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes it away, and from where it was used.</summary>
    public async Task DeleteAsync(int campaignId, ShownImage image, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SetUseAsync(campaignId, image.Hash, ImageUse.None, cancellationToken);
        await db.CampaignImages.Where(i => i.Id == image.Id && i.CampaignId == campaignId).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // A picture has one use, and a use one picture.
    private async Task SetUseAsync(int campaignId, string hash, ImageUse use, CancellationToken cancellationToken)
    {
        var picture = use.IsPicture ? hash : "";
        var campaign = db.Campaigns.Where(c => c.Id == campaignId);
        await (use.IsPicture ? campaign : campaign.Where(c => c.PictureHash == hash))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.PictureHash, picture), cancellationToken);
        var organisations = db.Set<CampaignOrganisation>().Where(o => o.CampaignId == campaignId);
        await organisations.Where(o => o.LogoHash == hash && o.Id != use.OrganisationId)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.LogoHash, ""), cancellationToken);
        await organisations.Where(o => o.Id == use.OrganisationId)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.LogoHash, hash), cancellationToken);
    }

    private static IQueryable<ShownImage> Shown(IQueryable<CampaignImage> images) => images.AsNoTracking().OrderBy(i => i.Id)
        .Select(i => new ShownImage(i.Id, i.Hash, i.Type, i.Width, i.Height, i.Bytes.Length, i.Revision, i.Texts.OrderBy(t => t.Language).ToList()));
}
