using System.Globalization;
using LobbyKit.Templates;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>
/// Reads a campaign from a folder: <c>campaign.md</c> (facts, and the texts in the source language), <c>campaign.fr.md</c> and so on
/// (translations), <c>letters/de.scriban</c> (letters by language), <c>letters/de@AT.scriban</c> (the same for one country).
/// </summary>
public static class CampaignFolder
{
    public const string Author = "seed";

    /// <exception cref="InvalidDataException">Something in the folder is not as it should be; the message names file and reason.</exception>
    public static Campaign Read(string folder, DateTime nowUtc)
    {
        var path = Path.Combine(folder, "campaign.md");
        var (header, story, _) = FrontMatter.Read<CampaignHeader>(path);
        if (CampaignRules.Problems(header).FirstOrDefault() is { } wrong)
        {
            throw new InvalidDataException($"{path}: {wrong}");
        }

        try
        {
            var campaign = new Campaign
            {
                Slug = header.Slug,
                State = CampaignState.Open,
                IsSample = header.Sample,
                SourceLanguage = header.SourceLanguage,
                EventStarts = Day(header.Event.Starts),
                EventEnds = Day(header.Event.Ends),
                EventTimeZone = TimeZoneInfo.FindSystemTimeZoneById(header.Event.TimeZone).Id,
                HostCountryCode = header.Event.HostCountry,
                OpensAt = Day(header.Opens).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                ClosesAt = Day(header.Closes).AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
                Roles = [.. header.Roles.Select(SnakeCase.Parse<ContactRole>)],
                Channels = header.Channels.Count == 0 ? Enum.GetValues<ChannelKind>() : [.. header.Channels.Select(SnakeCase.Parse<ChannelKind>).Distinct().Order()],
                Editing = SnakeCase.Parse<SupporterEditing>(header.Editing),
                Goal = header.Goal,
                Accent = header.Accent,
                Hashtag = header.Hashtag,
                SenderName = header.Sender.Name,
                ConsentVersion = header.ConsentVersion,
                CreatedAt = nowUtc,
            };
            campaign.Organisations.AddRange(header.Organisations.Select(
                (o, i) => new CampaignOrganisation { Position = i, Name = o.Name, Url = o.Url }));
            var source = ToText(path, header.SourceLanguage, header, story);
            campaign.Texts.Add(source);
            foreach (var translation in Directory.EnumerateFiles(folder, "campaign.*.md").Order(StringComparer.Ordinal))
            {
                var language = Path.GetFileName(translation).Split('.')[1];
                var (translated, translatedStory, _) = FrontMatter.Read<CampaignHeader>(translation);
                campaign.Texts.Add(WithoutGaps(ToText(translation, language, translated, translatedStory), source));
            }

            campaign.LetterTemplates.AddRange(ReadLetters(folder, nowUtc));
            return campaign.LetterTemplates.Any(t => t.Language == campaign.SourceLanguage && t.CountryCode.Length == 0)
                ? campaign
                : throw new InvalidDataException(
                    $"{path}: source_language is {campaign.SourceLanguage}, and letters/{campaign.SourceLanguage}.scriban is not there. "
                    + "Offices that read none of the letters' languages get that one.");
        }
        catch (Exception problem) when (problem is FormatException or TimeZoneNotFoundException)
        {
            throw new InvalidDataException($"{path}: {problem.Message}", problem);
        }
    }

    private static IEnumerable<LetterTemplate> ReadLetters(string folder, DateTime nowUtc)
    {
        var letters = Path.Combine(folder, "letters");
        var files = Directory.Exists(letters) ? Directory.GetFiles(letters, "*.scriban") : [];
        foreach (var path in files.Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path).Split('@');
            var (header, body, line) = FrontMatter.Read<LetterHeader>(path);
            CheckLetter(path, header.Subject, body, line);
            var template = new LetterTemplate { Language = Tag(path, name[0]), CountryCode = name.ElementAtOrDefault(1) ?? "", PublishedNumber = 1 };
            template.Versions.Add(new LetterTemplateVersion
            {
                Number = 1,
                Subject = header.Subject,
                Body = body,
                CreatedAt = nowUtc,
                CreatedBy = Author,
            });
            yield return template;
        }
    }

    private static void CheckLetter(string path, string subject, string body, int line)
    {
        if (subject.Trim().Length == 0 || body.Trim().Length == 0)
        {
            throw new InvalidDataException($"{path}: the letter's {(subject.Trim().Length == 0 ? "subject" : "text")} is empty.");
        }

        if ((CampaignRules.Problem(subject, 1) is { } inSubject ? $"subject, {inSubject}" : CampaignRules.Problem(body, line)) is { } problem)
        {
            throw new InvalidDataException($"{path}, {problem}");
        }
    }

    private static string Tag(string path, string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            throw new InvalidDataException($"{path}: \"{language}\" is no language tag such as fr or pt-BR.");
        }
    }

    private static CampaignText ToText(string path, string language, CampaignHeader header, string story) => new()
    {
        Language = Tag(path, language),
        Title = header.Title,
        Summary = header.Summary,
        Demand = header.Demand,
        Story = story,
        EventName = header.Event.Name,
        EventPlace = header.Event.Place,
        ConsentWording = header.ConsentWording.Trim(),
        PhoneScript = CampaignRules.Problem(header.PhoneScript, 1) is { } problem
            ? throw new InvalidDataException($"{path}: phone_script, {problem}")
            : header.PhoneScript.Trim(),
        WritingTips = string.Join('\n', header.WritingTips),
        ShareText = header.ShareText.Trim(),
    };

    // What a translation leaves out is said in the source language rather than not at all.
    private static CampaignText WithoutGaps(CampaignText text, CampaignText source)
    {
        text.Title = Or(text.Title, source.Title);
        text.Summary = Or(text.Summary, source.Summary);
        text.Demand = Or(text.Demand, source.Demand);
        text.Story = Or(text.Story, source.Story);
        text.EventName = Or(text.EventName, source.EventName);
        text.EventPlace = Or(text.EventPlace, source.EventPlace);
        text.ConsentWording = Or(text.ConsentWording, source.ConsentWording);
        text.PhoneScript = Or(text.PhoneScript, source.PhoneScript);
        text.WritingTips = Or(text.WritingTips, source.WritingTips);
        text.ShareText = Or(text.ShareText, source.ShareText);
        return text;

        static string Or(string text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
