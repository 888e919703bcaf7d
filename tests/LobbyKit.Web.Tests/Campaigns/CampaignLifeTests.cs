using LobbyKit.Web.Campaigns;
using static LobbyKit.Web.Campaigns.CampaignState;

namespace LobbyKit.Web.Tests.Campaigns;

public sealed class CampaignLifeTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    private static readonly (CampaignState From, CampaignState To)[] Allowed =
    [
        (Draft, Scheduled), (Draft, Open), (Scheduled, Draft), (Open, Closed), (Closed, Open), (Closed, Scheduled), (Closed, Archived), (Archived, Closed),
    ];

    public static TheoryData<CampaignState, CampaignState> Pairs
    {
        get
        {
            var pairs = new TheoryData<CampaignState, CampaignState>();
            foreach (var from in Enum.GetValues<CampaignState>())
            {
                foreach (var to in Enum.GetValues<CampaignState>())
                {
                    pairs.Add(from, to);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_move_is_made_and_signed_or_refused(CampaignState from, CampaignState to)
    {
        var campaign = New(from);

        if (Allowed.Contains((from, to)))
        {
            campaign.MoveTo(to, Now, "anna");
            Assert.Equal((to, 1, Now, "anna"), (campaign.State, campaign.Revision, campaign.EditedAt, campaign.EditedBy));
        }
        else
        {
            Assert.Throws<InvalidOperationException>(() => campaign.MoveTo(to, Now, "anna"));
            Assert.Equal((from, 0), (campaign.State, campaign.Revision));
        }
    }

    [Theory]
    [InlineData(Scheduled, -1, Scheduled)]
    [InlineData(Scheduled, 1, Open)]
    [InlineData(Open, 1, Open)]
    [InlineData(Open, 11, Closed)]
    [InlineData(Scheduled, 11, Closed)]
    [InlineData(Draft, 1, Draft)]
    [InlineData(Closed, 1, Closed)]
    [InlineData(Archived, 11, Archived)]
    public void A_published_campaign_goes_by_the_clock(CampaignState decided, int daysAfterOpening, CampaignState state)
    {
        var campaign = New(decided);

        Assert.Equal(state, campaign.StateAt(campaign.OpensAt.AddDays(daysAfterOpening)));
    }

    private static Campaign New(CampaignState state) => new()
    {
        Slug = "c",
        State = state,
        SourceLanguage = "en",
        EventTimeZone = "UTC",
        OpensAt = state == Scheduled ? Now.AddDays(1) : Now.AddDays(-1),
        ClosesAt = state == Scheduled ? Now.AddDays(11) : Now.AddDays(9),
        Accent = "#000000",
        SenderName = "C",
        ConsentVersion = "1",
    };
}
