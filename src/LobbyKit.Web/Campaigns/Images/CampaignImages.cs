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

        var added = CampaignImage.Of(image, [KeyValuePair.Create(language, alternative)], clock.GetUtcNow().UtcDateTime);
        added.CampaignId = campaignId;
        db.CampaignImages.Add(added);
        await UseAsync(campaignId, image.Hash, use, cancellationToken);
        // There is one of each picture, and another one may have won.
        return await TrySaveAsync(cancellationToken) ? ImageAddOutcome.Added : ImageAddOutcome.IsThere;
    }

    /// <summary>Saves its texts, by language, and its use.</summary>
    /// <returns>False where somebody else changed it since <paramref name="revision"/>, or took it away. Nothing was saved.</returns>
    public async Task<bool> SaveAsync(
        int campaignId, int imageId, int revision, IReadOnlyDictionary<string, string> alternatives, ImageUse use, CancellationToken cancellationToken)
    {
        var image = await db.CampaignImages.Include(i => i.Texts).FirstOrDefaultAsync(i => i.Id == imageId && i.CampaignId == campaignId, cancellationToken);
        if (image is null || image.Revision != revision)
        {
            return false;
        }

        image.Revision++;
        image.Texts.RemoveAll(t => string.IsNullOrEmpty(alternatives.GetValueOrDefault(t.Language)));
        foreach (var (language, alternative) in alternatives.Where(a => a.Value.Length > 0))
        {
            if (image.Texts.FirstOrDefault(t => t.Language == language) is { } known)
            {
                known.Alternative = alternative;
            }
            else
            {
                image.Texts.Add(new CampaignImageText { Language = language, Alternative = alternative });
            }
        }

        await UseAsync(campaignId, image.Hash, use, cancellationToken);
        return await TrySaveAsync(cancellationToken);
    }

    /// <summary>Takes it away, and from where it was used.</summary>
    public async Task DeleteAsync(int campaignId, ShownImage image, CancellationToken cancellationToken)
    {
        await UseAsync(campaignId, image.Hash, ImageUse.None, cancellationToken);
        db.CampaignImages.RemoveRange(db.CampaignImages.Where(i => i.Id == image.Id && i.CampaignId == campaignId));
        await TrySaveAsync(cancellationToken);
    }

    // A picture has one use, and a use one picture.
    private async Task UseAsync(int campaignId, string hash, ImageUse use, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.Include(c => c.Organisations).FirstAsync(c => c.Id == campaignId, cancellationToken);
        campaign.PictureHash = Uses(campaign.PictureHash, use.IsPicture);
        foreach (var organisation in campaign.Organisations)
        {
            organisation.LogoHash = Uses(organisation.LogoHash, organisation.Id == use.OrganisationId);
        }

        string Uses(string before, bool isUse) => isUse ? hash : before == hash ? "" : before;
    }

    // Two at the very same moment: the database lets only one of them through.
    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private static IQueryable<ShownImage> Shown(IQueryable<CampaignImage> images) => images.AsNoTracking().OrderBy(i => i.Id)
        .Select(i => new ShownImage(i.Id, i.Hash, i.Type, i.Width, i.Height, i.Bytes.Length, i.Revision, i.Texts.OrderBy(t => t.Language).ToList()));
}
