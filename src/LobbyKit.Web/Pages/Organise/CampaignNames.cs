using System.Globalization;
using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Pages.Organise;

/// <summary>How a campaign's settings are called on the organisers' pages.</summary>
public static class CampaignNames
{
    public static string Of(ContactRole role) => role switch
    {
        ContactRole.HeadOfGovernment => "Head of government",
        ContactRole.HeadOfState => "Head of state",
        ContactRole.ForeignMinister => "Foreign minister",
        ContactRole.InstitutionHead => "Head of an institution (EU, African Union)",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string Of(ChannelKind channel) => channel switch
    {
        ChannelKind.Email => "E-mail",
        ChannelKind.WebForm => "Web form",
        ChannelKind.Post => "Post",
        ChannelKind.Phone => "Phone",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    public static string Of(SupporterEditing editing) => editing switch
    {
        SupporterEditing.Nothing => "Nothing",
        SupporterEditing.OwnParagraph => "A paragraph of their own",
        SupporterEditing.Everything => "Everything",
        _ => throw new ArgumentOutOfRangeException(nameof(editing), editing, null),
    };

    /// <summary>"13 Dec 2026, 18:00" where the event takes place.</summary>
    public static string Time(Campaign campaign, DateTime utc) =>
        $"{EventTime.ToLocal(utc, campaign.EventTimeZone).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} ({campaign.EventTimeZone})";

    /// <summary>What a state means just now, as a sentence.</summary>
    public static string State(Campaign campaign, DateTime nowUtc) =>
        $"{campaign.StateAt(nowUtc)}{(campaign.StateAt(nowUtc) == CampaignState.Open ? "" : ":")} {Meaning(campaign, nowUtc)}.";

    /// <summary>The same, for beside the state's name.</summary>
    public static string Meaning(Campaign campaign, DateTime nowUtc) => campaign.StateAt(nowUtc) switch
    {
        CampaignState.Draft or CampaignState.Archived => "only its team sees it",
        CampaignState.Scheduled => $"it opens on {Time(campaign, campaign.OpensAt)}",
        CampaignState.Open => $"until {Time(campaign, campaign.ClosesAt)}",
        _ when campaign.State == CampaignState.Closed => "by its organisers; everybody can read it, nobody can write",
        _ => $"since {Time(campaign, campaign.ClosesAt)}; everybody can read it, nobody can write",
    };
}
