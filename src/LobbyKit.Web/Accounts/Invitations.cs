using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Addresses;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Admins invite by e-mail. The invitation and its e-mail are saved together.</summary>
public sealed class Invitations(
    LobbyKitDbContext db, OneTimeLinks links, UserManager<Account> accounts, Teams teams, AccountMails mails, PublicAddress address, DeliverySignal delivery)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <param name="inviter">Signed in, an admin.</param>
    /// <param name="email">Checked and normalised.</param>
    /// <param name="role">See <see cref="AccountRoles"/>. An account that exists keeps the role it has.</param>
    /// <param name="campaignId">Null for no team.</param>
    public async Task<InvitationOutcome> InviteAsync(Account inviter, string email, string role, int? campaignId, CancellationToken cancellationToken)
    {
        var campaign = campaignId is null ? null : await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == campaignId, cancellationToken);
        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            return campaign is not null && await teams.JoinAsync(campaign.Id, known, inviter, cancellationToken)
                ? InvitationOutcome.AddedToTeam
                : InvitationOutcome.HasAccount;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A second invitation to the same takes the place of the first, whose e-mail may be lost.
        db.OneTimeLinks.RemoveRange(await links.Open(OneTimeLinkPurpose.Invitation).Where(l => l.Email == email && l.CampaignId == campaignId).ToListAsync(cancellationToken));
        var token = links.Add(OneTimeLinkPurpose.Invitation, role, Lasts, email, campaignId, inviter.Id);
        mails.AddInvitation(db, email, inviter.DisplayName, campaign?.TextFor(campaign.SourceLanguage).Title, address.Invitation(token));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        delivery.Wake();
        return InvitationOutcome.Invited;
    }

    /// <summary>Those that still work, the newest first.</summary>
    public Task<List<OneTimeLink>> OpenAsync(CancellationToken cancellationToken) =>
        links.Open(OneTimeLinkPurpose.Invitation).AsNoTracking().OrderByDescending(l => l.Id).ToListAsync(cancellationToken);

    /// <summary>The link stops working; who has it is told that it has expired.</summary>
    public async Task RevokeAsync(int id, CancellationToken cancellationToken)
    {
        db.OneTimeLinks.RemoveRange(await links.Open(OneTimeLinkPurpose.Invitation).Where(l => l.Id == id).ToListAsync(cancellationToken));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Accepted, or taken back by somebody else, at the same moment: there is nothing left to take back.
            db.ChangeTracker.Clear();
        }
    }
}
