using System.Globalization;
using System.Security.Claims;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Which campaigns a signed-in person works on: an admin on all, an organiser on those whose team they are on.</summary>
public sealed class CampaignAccess(LobbyKitDbContext db)
{
    /// <summary>Tracked, so that the caller can narrow it, include what it needs, and change it.</summary>
    public IQueryable<Campaign> Campaigns(ClaimsPrincipal person)
    {
        if (person.IsInRole(AccountRoles.Admin))
        {
            return db.Campaigns;
        }

        var id = AccountId(person);
        return db.Campaigns.Where(c => db.CampaignMembers.Any(m => m.CampaignId == c.Id && m.AccountId == id));
    }

    /// <returns>Null where there is no such campaign or it is none of the person's: both look alike from outside.</returns>
    public Task<Campaign?> FindAsync(ClaimsPrincipal person, int campaignId, CancellationToken cancellationToken) =>
        Campaigns(person).FirstOrDefaultAsync(c => c.Id == campaignId, cancellationToken);

    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static int AccountId(ClaimsPrincipal person) =>
        int.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new InvalidOperationException("Nobody is signed in.");
}
