using LobbyKit.Templates;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Campaigns;

/// <summary>One demand, one event with dates, one story, its letters.</summary>
public sealed class Campaign
{
    public int Id { get; set; }

    /// <summary>The last part of the campaign's address: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; set; }

    /// <summary>What organisers decided last. What it is by now also depends on the clock: ask <see cref="StateAt"/>.</summary>
    public CampaignState State { get; set; }

    /// <summary>BCP 47 tag of the language that the texts and letters are translated from.</summary>
    public required string SourceLanguage { get; set; }

    public DateOnly EventStarts { get; set; }

    public DateOnly EventEnds { get; set; }

    /// <summary>IANA time zone of the place of the event; days are counted there.</summary>
    public required string EventTimeZone { get; set; }

    /// <summary>The host's country code, empty where there is none.</summary>
    public string HostCountryCode { get; set; } = "";

    public DateTime OpensAt { get; set; }

    public DateTime ClosesAt { get; set; }

    /// <summary>The roles to write to, first choice first.</summary>
    public IReadOnlyList<ContactRole> Roles { get; set; } = [];

    /// <summary>The channels that letters may go by.</summary>
    public IReadOnlyList<ChannelKind> Channels { get; set; } = Enum.GetValues<ChannelKind>();

    public SupporterEditing Editing { get; set; }

    /// <summary>Letters hoped for; zero shows none.</summary>
    public int Goal { get; set; }

    /// <summary>A CSS colour as <c>#rrggbb</c>; <see cref="AccentContrast"/> says whether it can be read.</summary>
    public required string Accent { get; set; }

    public string Hashtag { get; set; } = "";

    /// <summary>Stands after "via" in the From line of a letter.</summary>
    public required string SenderName { get; set; }

    /// <summary>Recorded with each letter, so that it stays known which wording was agreed to.</summary>
    public required string ConsentVersion { get; set; }

    /// <summary>Hash of the image that the appeal shows; empty for none.</summary>
    public string PictureHash { get; set; } = "";

    /// <summary>A sample says so on every page of it.</summary>
    public bool IsSample { get; set; }

    /// <summary>Fingerprint of the campaign as it was last seeded; it no longer matches once an organiser edits. Empty if not seeded.</summary>
    public string SeedFingerprint { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    /// <summary>Guards against two editors; every change of settings, organisations or state counts it up.</summary>
    public int Revision { get; set; }

    /// <summary>When an organiser last changed settings, organisations or state; null where none has.</summary>
    public DateTime? EditedAt { get; set; }

    /// <summary>The account's name.</summary>
    public string EditedBy { get; set; } = "";

    public List<CampaignText> Texts { get; } = [];

    public List<CampaignOrganisation> Organisations { get; } = [];

    public List<LetterTemplate> LetterTemplates { get; } = [];

    public List<CampaignImage> Images { get; } = [];

    /// <summary>The texts in the asked language, else in its parent language, else in the source language.</summary>
    public CampaignText TextFor(string language) =>
        Texts.FirstOrDefault(t => t.Language.Equals(language, StringComparison.OrdinalIgnoreCase))
        ?? Texts.FirstOrDefault(t => t.Language.Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase))
        ?? Texts.First(t => t.Language == SourceLanguage);

    /// <summary>A published campaign opens and closes by the clock; what organisers decided otherwise stays as they decided it.</summary>
    public CampaignState StateAt(DateTime nowUtc) => State is CampaignState.Scheduled or CampaignState.Open
        ? nowUtc < OpensAt ? CampaignState.Scheduled : nowUtc < ClosesAt ? CampaignState.Open : CampaignState.Closed
        : State;

    public bool IsOpen(DateTime nowUtc) => StateAt(nowUtc) == CampaignState.Open;

    /// <summary>Whether everybody may see its pages: open, or closed and still to be read.</summary>
    public bool IsPublic(DateTime nowUtc) => StateAt(nowUtc) is CampaignState.Open or CampaignState.Closed;
}
