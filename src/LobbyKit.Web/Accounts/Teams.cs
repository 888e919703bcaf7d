using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Addresses;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Who works on which campaign.</summary>
public sealed class Teams(LobbyKitDbContext db, AccountMails mails, PublicAddress address, DeliverySignal delivery, TimeProvider clock)
{
    /// <summary>Puts somebody on a campaign's team, and tells them.</summary>
    /// <returns>False where they are on it already, or there is no such campaign.</returns>
    public async Task<bool> JoinAsync(int campaignId, Account account, Account addedBy, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.Include(c => c.Texts).FirstOrDefaultAsync(c => c.Id == campaignId, cancellationToken);
        if (campaign is null || await db.CampaignMembers.AnyAsync(m => m.CampaignId == campaignId && m.AccountId == account.Id, cancellationToken))
        {
            return false;
        }

        db.CampaignMembers.Add(new CampaignMember { CampaignId = campaignId, AccountId = account.Id, JoinedAt = clock.GetUtcNow().UtcDateTime });
        mails.AddTeamNotice(db, account, addedBy.DisplayName, campaign.TextFor(campaign.SourceLanguage).Title, address.Workspace());
        await db.SaveChangesAsync(cancellationToken);
        delivery.Wake();
        return true;
    }

    /// <summary>Everybody on a campaign's team, by name.</summary>
    public async Task<IReadOnlyList<Account>> MembersAsync(int campaignId, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().Where(a => db.CampaignMembers.Any(m => m.CampaignId == campaignId && m.AccountId == a.Id))
            .OrderBy(a => a.DisplayName).ToListAsync(cancellationToken);

    /// <summary>Takes somebody off a campaign's team; the next page they open knows it.</summary>
    public async Task LeaveAsync(int campaignId, int accountId, CancellationToken cancellationToken)
    {
        db.CampaignMembers.RemoveRange(await db.CampaignMembers.Where(m => m.CampaignId == campaignId && m.AccountId == accountId).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Every campaign's title by its id, as admins choose from them.</summary>
    public async Task<IReadOnlyDictionary<int, string>> CampaignTitlesAsync(CancellationToken cancellationToken)
    {
        var campaigns = await db.Campaigns.AsNoTracking().Include(c => c.Texts).OrderByDescending(c => c.CreatedAt).ToListAsync(cancellationToken);
        return campaigns.ToDictionary(c => c.Id, c => c.TextFor(c.SourceLanguage).Title);
    }
}
