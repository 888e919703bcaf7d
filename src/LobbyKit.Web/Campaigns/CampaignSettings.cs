using LobbyKit.Templates;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Campaigns;

/// <summary>What organisers set of a campaign, whatever the language. See <see cref="Campaign"/> for what each means.</summary>
public sealed record CampaignSettings
{
    public required string Slug { get; init; }

    public DateOnly EventStarts { get; init; }

    public DateOnly EventEnds { get; init; }

    public required string EventTimeZone { get; init; }

    public required string HostCountryCode { get; init; }

    public DateTime OpensAt { get; init; }

    public DateTime ClosesAt { get; init; }

    public required IReadOnlyList<ContactRole> Roles { get; init; }

    public required IReadOnlyList<ChannelKind> Channels { get; init; }

    public SupporterEditing Editing { get; init; }

    public int Goal { get; init; }

    public required string Accent { get; init; }

    public required string Hashtag { get; init; }

    public required string SenderName { get; init; }

    internal void ApplyTo(Campaign campaign)
    {
        campaign.Slug = Slug;
        campaign.EventStarts = EventStarts;
        campaign.EventEnds = EventEnds;
        campaign.EventTimeZone = EventTimeZone;
        campaign.HostCountryCode = HostCountryCode;
        campaign.OpensAt = OpensAt;
        campaign.ClosesAt = ClosesAt;
        campaign.Roles = Roles;
        campaign.Channels = Channels;
        campaign.Editing = Editing;
        campaign.Goal = Goal;
        campaign.Accent = Accent;
        campaign.Hashtag = Hashtag;
        campaign.SenderName = SenderName;
    }
}
