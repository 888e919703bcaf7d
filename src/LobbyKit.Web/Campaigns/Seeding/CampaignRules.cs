using System.Text.RegularExpressions;
using LobbyKit.Templates;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>What has to be right of a campaign before supporters may see it.</summary>
internal static partial class CampaignRules
{
    /// <returns>The setting in question and what is wrong with it.</returns>
    public static IEnumerable<string> Problems(CampaignHeader header)
    {
        (bool IsRight, string Problem)[] rules =
        [
            (Slug().IsMatch(header.Slug), $"slug is \"{header.Slug}\"; it can be lower-case letters, digits and hyphens, at most 60."),
            (header.Title.Trim().Length > 0, "title is empty."),
            (header.Event.Name.Trim().Length > 0, "event.name is empty."),
            (header.Roles.Count > 0, "roles is empty: name the offices to write to, first choice first."),
            (Colour().IsMatch(header.Accent), $"accent is \"{header.Accent}\"; it can be a colour as #rrggbb."),
            (header.Sender.Name.Trim().Length > 0, "sender.name is empty: it stands in the From line of every letter."),
            (header.ConsentVersion.Trim().Length > 0, "consent_version is empty: it is recorded with each letter."),
            (header.ConsentWording.Trim().Length > 0, "consent_wording is empty: nobody can agree to nothing."),
            (header.Goal >= 0, $"goal is {header.Goal}; it can be 0 or more."),
            (string.CompareOrdinal(header.Opens, header.Closes) <= 0, $"closes is {header.Closes}, before opens, {header.Opens}."),
            (string.CompareOrdinal(header.Event.Starts, header.Event.Ends) <= 0, $"event.ends is {header.Event.Ends}, before event.starts."),
        ];
        return rules.Where(r => !r.IsRight).Select(r => r.Problem);
    }

    /// <summary>What is wrong with a text in the letter language, and where; null where it is right.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line on which it begins.</param>
    public static string? Problem(string text, int line) => LetterLanguage.Parse(text).Problems is [var problem, ..]
        ? $"line {problem.Line + line - 1}, column {problem.Column}: {problem.Sentence}"
        : null;

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z(?<=\A.{1,60})", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}
