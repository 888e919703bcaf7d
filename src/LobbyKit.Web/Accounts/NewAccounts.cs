using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Accounts;

/// <summary>Makes accounts. There is no other way to one than a one-time link.</summary>
public sealed class NewAccounts(LobbyKitDbContext db, OneTimeLinks links, UserManager<Account> accounts, TimeProvider clock)
{
    public Task<NewAccountResult> SetUpAsync(string token, string name, string email, string password, CancellationToken cancellationToken) =>
        MakeAsync(OneTimeLinkPurpose.SetUp, token, name, _ => email, password, cancellationToken);

    /// <summary>The account gets the address that was invited, and joins every team that the address was invited to.</summary>
    public Task<NewAccountResult> AcceptAsync(string token, string name, string password, CancellationToken cancellationToken) =>
        MakeAsync(OneTimeLinkPurpose.Invitation, token, name, link => link.Email, password, cancellationToken);

    private async Task<NewAccountResult> MakeAsync(
        OneTimeLinkPurpose purpose, string token, string name, Func<OneTimeLink, string> emailOf, string password, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await links.TryUseAsync(purpose, token, cancellationToken) is not { } link)
        {
            return NewAccountResult.LinkGone;
        }

        var email = emailOf(link);
        var now = clock.GetUtcNow().UtcDateTime;
        var account = new Account { UserName = email, Email = email, EmailConfirmed = purpose == OneTimeLinkPurpose.Invitation, DisplayName = name, CreatedAt = now };
        var made = await accounts.CreateAsync(account, password);
        if (made.Succeeded)
        {
            made = await accounts.AddToRoleAsync(account, link.Role);
        }

        if (!made.Succeeded)
        {
            // The transaction ends here without a commit, so the link is as good as before.
            return NewAccountResult.Refused(made.Errors);
        }

        if (purpose == OneTimeLinkPurpose.Invitation)
        {
            await JoinTeamsAsync(account, link, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return new NewAccountResult(account, []);
    }

    private async Task JoinTeamsAsync(Account account, OneTimeLink link, DateTime now, CancellationToken cancellationToken)
    {
        var others = await links.Open(OneTimeLinkPurpose.Invitation).Where(l => l.Email == link.Email).ToListAsync(cancellationToken);
        foreach (var campaignId in others.Append(link).Select(l => l.CampaignId).OfType<int>().Distinct())
        {
            db.CampaignMembers.Add(new CampaignMember { CampaignId = campaignId, AccountId = account.Id, JoinedAt = now });
        }

        others.ForEach(l => l.UsedAt = now);
        await db.SaveChangesAsync(cancellationToken);
    }
}
