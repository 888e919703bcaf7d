using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>One value for everything that a campaign's files say; equal where they say the same. Not its slug: that is its address.</summary>
public static class CampaignFingerprint
{
    // What a campaign does not have leaves no trace: one without pictures has the fingerprint that it had before there were any.
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(Campaign c)
    {
        var values = new
        {
            c.SourceLanguage,
            c.EventStarts,
            c.EventEnds,
            c.EventTimeZone,
            c.HostCountryCode,
            c.OpensAt,
            c.ClosesAt,
            c.Roles,
            c.Channels,
            c.Editing,
            c.Goal,
            c.Accent,
            c.Hashtag,
            c.SenderName,
            c.ConsentVersion,
            c.IsSample,
            c.State,
            Picture = Said(c.PictureHash),
            Organisations = c.Organisations.OrderBy(o => o.Position).Select(o => new { o.Name, o.Url, Logo = Said(o.LogoHash) }),
            Images = c.Images.Count == 0 ? null : c.Images.OrderBy(i => i.Hash, StringComparer.Ordinal)
                .Select(i => new { i.Hash, Texts = i.Texts.OrderBy(t => t.Language, StringComparer.Ordinal).Select(t => new { t.Language, t.Alternative }) }),
            Texts = c.Texts.OrderBy(t => t.Language, StringComparer.Ordinal).Select(t => new
            {
                t.Language,
                t.Title,
                t.Summary,
                t.Demand,
                t.Story,
                t.EventName,
                t.EventPlace,
                t.ConsentWording,
                t.PhoneScript,
                t.WritingTips,
                t.ShareText,
            }),
            Letters = c.LetterTemplates.Where(t => t.PublishedNumber is not null)
                .OrderBy(t => t.Language, StringComparer.Ordinal).ThenBy(t => t.CountryCode, StringComparer.Ordinal)
                .Select(t => new { t.Language, t.CountryCode, Text = t.Versions.First(v => v.Number == t.PublishedNumber) })
                .Select(t => new { t.Language, t.CountryCode, t.Text.Subject, t.Text.Body }),
        };
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(values, Options)));
    }

    private static string? Said(string hash) => hash.Length == 0 ? null : hash;
}
