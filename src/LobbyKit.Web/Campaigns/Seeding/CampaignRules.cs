using System.Text.RegularExpressions;
using LobbyKit.Templates;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>What has to be right of a campaign's settings.</summary>
internal static partial class CampaignRules
{
    private const int MostGoal = 100_000_000;

    /// <returns>Settings that no campaign can have, and what is wrong with them.</returns>
    public static IEnumerable<string> Problems(CampaignHeader header)
    {
        var occasion = header.Event ?? new CampaignHeaderEvent();
        (bool IsRight, string Problem)[] rules =
        [
            (IsSlug(header.Slug), $"slug is \"{Short(header.Slug)}\"; it can be lower-case letters, digits and hyphens, at most 60."),
            (header.Title.Trim().Length > 0, "title is empty."),
            (Colour().IsMatch(header.Accent), $"accent is \"{Short(header.Accent)}\"; it can be a colour as #rrggbb."),
            (header.Goal is >= 0 and <= MostGoal, $"goal is {header.Goal}; it can be from 0 to {MostGoal}."),
            (IsTimeZone(occasion.TimeZone), $"event.time_zone is \"{Short(occasion.TimeZone)}\"; it can be a name such as Europe/Berlin."),
            (occasion.HostCountry.Length == 0 || IsCountry(occasion.HostCountry), $"event.host_country is \"{Short(occasion.HostCountry)}\", no country's code such as US."),
            (!header.Organisations.Contains(null!), "organisations has an entry with nothing in it."),
            (!header.Images.Contains(null!), "images has an entry with nothing in it."),
            (!header.WritingTips.Contains(null!), "writing_tips has an entry with nothing in it."),
        ];
        return rules.Where(r => !r.IsRight).Select(r => r.Problem)
            .Concat(header.Organisations.OfType<CampaignHeaderOrganisation>().SelectMany(Problems))
            .Concat(TooLong(header));
    }

    /// <returns>What a campaign needs before supporters may see it.</returns>
    public static IEnumerable<string> Gaps(CampaignHeader header)
    {
        (bool IsRight, string Gap)[] rules =
        [
            (header.Event?.Name.Trim().Length > 0, "event.name is empty."),
            (header.Roles.Count > 0, "roles is empty: name the offices to write to, first choice first."),
            (header.Sender?.Name.Trim().Length > 0, "sender.name is empty: it stands in the From line of every letter."),
            (header.ConsentVersion.Trim().Length > 0, "consent_version is empty: it is recorded with each letter."),
            (header.ConsentWording.Trim().Length > 0, "consent_wording is empty: nobody can agree to nothing."),
        ];
        return rules.Where(r => !r.IsRight).Select(r => r.Gap);
    }

    /// <summary>Texts that are longer than they can be, of the settings and of a translation.</summary>
    public static IEnumerable<string> TooLong(CampaignHeader header)
    {
        (string Name, string Text, int Most)[] texts =
        [
            ("title", header.Title, 200), ("summary", header.Summary, 500), ("demand", header.Demand, 500), ("share_text", header.ShareText, 500),
            ("event.name", header.Event?.Name ?? "", 200), ("event.place", header.Event?.Place ?? "", 200), ("hashtag", header.Hashtag, 100),
            ("sender.name", header.Sender?.Name ?? "", 100), ("consent_version", header.ConsentVersion, 40),
        ];
        return texts.Where(t => t.Text.Length > t.Most).Select(t => $"{t.Name} has {t.Text.Length} characters; it can have {t.Most}.");
    }

    public static bool IsSlug(string text) => Slug().IsMatch(text);

    public static bool IsCountry(string code) => Countries.IsKnown(code) || code is Institutions.EuropeanUnion or Institutions.AfricanUnion;

    /// <summary>What is wrong with a text in the letter language, and where; null where it is right.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line on which it begins.</param>
    public static (string Place, string Sentence)? Problem(string text, int line) => LetterLanguage.Parse(text).Problems is [var problem, ..]
        ? ($"line {problem.Line + line - 1}, column {problem.Column}", problem.Sentence)
        : null;

    private static IEnumerable<string> Problems(CampaignHeaderOrganisation organisation)
    {
        if (organisation.Name.Trim().Length is 0 or > 200)
        {
            yield return "organisations: a name is empty or longer than 200 characters.";
        }

        var isWeb = Uri.TryCreate(organisation.Url, UriKind.Absolute, out var url) && url.Scheme is "https" or "http";
        if (organisation.Url.Length > 0 && (!isWeb || organisation.Url.Length > 500))
        {
            yield return $"organisations: \"{Short(organisation.Url)}\" is no address of a site such as https://www.example.org/.";
        }
    }

    // The name is a path on some systems: only what looks like a name is looked up.
    private static bool IsTimeZone(string name) => TimeZoneName().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z(?<=\A.{1,60})", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+/-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimeZoneName();
}
