using static LobbyKit.Web.Campaigns.CampaignState;

namespace LobbyKit.Web.Campaigns;

/// <summary>The allowed moves of a campaign, and the one method that makes them. Opening and closing by the clock is no move.</summary>
public static class CampaignLife
{
    private static readonly Dictionary<CampaignState, CampaignState[]> Moves = new()
    {
        [Draft] = [Scheduled, Open],
        [Scheduled] = [Draft],
        [Open] = [Closed],
        [Closed] = [Scheduled, Open, Archived],
        [Archived] = [Closed],
    };

    public static bool MayMove(CampaignState from, CampaignState to) => Moves[from].Contains(to);

    /// <exception cref="InvalidOperationException">The move is not allowed.</exception>
    public static void MoveTo(this Campaign campaign, CampaignState to, DateTime atUtc, string by)
    {
        var from = campaign.StateAt(atUtc);
        if (!MayMove(from, to))
        {
            throw new InvalidOperationException($"Campaign {campaign.Id} cannot move from {from} to {to}.");
        }

        campaign.State = to;
        campaign.Touch(atUtc, by);
    }

    /// <summary>Says who changed it; whoever began to edit before is told.</summary>
    public static void Touch(this Campaign campaign, DateTime atUtc, string by)
    {
        campaign.Revision++;
        (campaign.EditedAt, campaign.EditedBy) = (atUtc, by);
    }
}
