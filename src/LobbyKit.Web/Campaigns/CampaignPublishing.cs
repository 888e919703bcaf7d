using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns;

/// <summary>
/// Takes a campaign from state to state as organisers ask for it. Letters that are confirmed go out whatever becomes of the campaign; those
/// that wait for their supporter's confirmation are not sent once it is closed.
/// </summary>
public sealed class CampaignPublishing(LobbyKitDbContext db, CampaignCheckList checks, TimeProvider clock)
{
    /// <summary>Opens it, now or at its opening time. Warnings do not keep it back: whoever publishes has read them.</summary>
    public async Task<CampaignMoveOutcome> PublishAsync(int campaignId, int revision, string by, CancellationToken cancellationToken) =>
        (await checks.RunAsync(campaignId, cancellationToken)).Any(g => g.IsBlocking)
            ? CampaignMoveOutcome.HasGaps
            : await MoveAsync(campaignId, revision, OpenOrScheduled, by, cancellationToken);

    /// <summary>A campaign that has not opened yet becomes a draft again.</summary>
    public Task<CampaignMoveOutcome> CallOffAsync(int campaignId, int revision, string by, CancellationToken cancellationToken) =>
        MoveAsync(campaignId, revision, (c, now) => From(c, now, CampaignState.Scheduled, CampaignState.Draft), by, cancellationToken);

    public Task<CampaignMoveOutcome> CloseAsync(int campaignId, int revision, string by, CancellationToken cancellationToken) =>
        MoveAsync(campaignId, revision, (c, now) => From(c, now, CampaignState.Open, CampaignState.Closed), by, cancellationToken);

    public async Task<CampaignMoveOutcome> ReopenAsync(int campaignId, int revision, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Campaigns.AnyAsync(c => c.Id == campaignId && c.ClosesAt <= now, cancellationToken)
            ? CampaignMoveOutcome.ClosingTimeOver
            : await PublishAsync(campaignId, revision, by, cancellationToken);
    }

    /// <summary>Takes a closed campaign's pages from the public; organisers still read everything.</summary>
    public Task<CampaignMoveOutcome> ArchiveAsync(int campaignId, int revision, string by, CancellationToken cancellationToken) =>
        MoveAsync(campaignId, revision, (c, now) => From(c, now, CampaignState.Closed, CampaignState.Archived), by, cancellationToken);

    /// <summary>Gives the public an archived campaign's pages back, as those of a closed one.</summary>
    public Task<CampaignMoveOutcome> RestoreAsync(int campaignId, int revision, string by, CancellationToken cancellationToken) =>
        MoveAsync(campaignId, revision, (c, now) => From(c, now, CampaignState.Archived, CampaignState.Closed), by, cancellationToken);

    /// <summary>Letters that closing would leave unsent: their supporters have not confirmed them yet.</summary>
    public Task<int> WaitingAsync(int campaignId, CancellationToken cancellationToken) =>
        db.Letters.CountAsync(l => l.CampaignId == campaignId && l.Route == LetterRoute.Server && l.State == LetterState.AwaitingConfirmation, cancellationToken);

    private static CampaignState? OpenOrScheduled(Campaign campaign, DateTime now) =>
        now < campaign.OpensAt ? CampaignState.Scheduled : CampaignState.Open;

    // A button that somebody left on a page does what it says or nothing.
    private static CampaignState? From(Campaign campaign, DateTime now, CampaignState from, CampaignState to) => campaign.StateAt(now) == from ? to : null;

    private async Task<CampaignMoveOutcome> MoveAsync(
        int campaignId, int revision, Func<Campaign, DateTime, CampaignState?> to, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var campaign = await db.Campaigns.FirstAsync(c => c.Id == campaignId, cancellationToken);
        if (campaign.Revision != revision)
        {
            return CampaignMoveOutcome.SomebodySaved;
        }

        if (to(campaign, now) is not { } next || !CampaignLife.MayMove(campaign.StateAt(now), next))
        {
            return CampaignMoveOutcome.NotAllowed;
        }

        campaign.MoveTo(next, now, by);
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
