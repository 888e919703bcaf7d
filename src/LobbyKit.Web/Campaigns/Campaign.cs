using LobbyKit.Templates;
using LobbyKit.Web.Campaigns.Images;

namespace LobbyKit.Web.Campaigns;

/// <summary>One demand, one event with dates, one story, its letters.</summary>
public sealed class Campaign
{
    public int Id { get; set; }

    /// <summary>The last part of the campaign's address: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; set; }

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

    public SupporterEditing Editing { get; set; }

    /// <summary>Letters hoped for; zero shows none.</summary>
    public int Goal { get; set; }

    /// <summary>A CSS colour as <c>#rrggbb</c>, at least 4.5:1 against white.</summary>
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

    public List<CampaignText> Texts { get; } = [];

    public List<CampaignOrganisation> Organisations { get; } = [];

    public List<LetterTemplate> LetterTemplates { get; } = [];

    public List<CampaignImage> Images { get; } = [];

    /// <summary>The texts in the asked language, else in its parent language, else in the source language.</summary>
    public CampaignText TextFor(string language) =>
        Texts.FirstOrDefault(t => t.Language.Equals(language, StringComparison.OrdinalIgnoreCase))
        ?? Texts.FirstOrDefault(t => t.Language.Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase))
        ?? Texts.First(t => t.Language == SourceLanguage);

    public bool IsOpen(DateTime nowUtc) => State == CampaignState.Open && nowUtc >= OpensAt && nowUtc < ClosesAt;
}
