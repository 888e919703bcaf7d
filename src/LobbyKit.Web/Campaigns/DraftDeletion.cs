using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns;

/// <summary>
/// Deletes a draft that nobody wants: one that was never open to the public, and has no letters. Its texts, letters, pictures and team go with
/// it; the audit log keeps what they said.
/// </summary>
public sealed class DraftDeletion(LobbyKitDbContext db)
{
    /// <summary>Nothing becomes a draft again once it was open. What was seeded would come back at the next start.</summary>
    public async Task<bool> IsPossibleAsync(Campaign campaign, CancellationToken cancellationToken) =>
        campaign is { State: CampaignState.Draft, SeedFingerprint: "" } && !await db.Letters.AnyAsync(l => l.CampaignId == campaign.Id, cancellationToken);

    /// <param name="campaignId">The campaign.</param>
    /// <param name="revision">Its <see cref="Campaign.Revision"/> that was shown.</param>
    /// <param name="cancellationToken">Ends it before it is saved.</param>
    public async Task<CampaignMoveOutcome> DeleteAsync(int campaignId, int revision, CancellationToken cancellationToken)
    {
        // All of it, so that the log has it.
        var campaign = await db.Campaigns.Include(c => c.Texts).Include(c => c.Organisations).Include(c => c.Images).ThenInclude(i => i.Texts)
            .Include(c => c.LetterTemplates).ThenInclude(t => t.Versions).AsSplitQuery().FirstOrDefaultAsync(c => c.Id == campaignId, cancellationToken);
        if (campaign is null || !await IsPossibleAsync(campaign, cancellationToken))
        {
            return CampaignMoveOutcome.NotAllowed;
        }

        if (campaign.Revision != revision)
        {
            return CampaignMoveOutcome.SomebodySaved;
        }

        db.CampaignMembers.RemoveRange(await db.CampaignMembers.Where(m => m.CampaignId == campaignId).ToListAsync(cancellationToken));
        db.OneTimeLinks.RemoveRange(await db.OneTimeLinks.Where(l => l.CampaignId == campaignId).ToListAsync(cancellationToken));
        db.Campaigns.Remove(campaign);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return CampaignMoveOutcome.Moved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return CampaignMoveOutcome.SomebodySaved;
        }
    }
}
