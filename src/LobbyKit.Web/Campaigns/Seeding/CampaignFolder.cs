using LobbyKit.Templates;
using System.Globalization;
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
        var (header, story) = FrontMatter.Read<CampaignHeader>(path);
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
            var source = ToText(header.SourceLanguage, header, story);
            campaign.Texts.Add(source);
            foreach (var translation in Directory.EnumerateFiles(folder, "campaign.*.md").Order(StringComparer.Ordinal))
            {
                var language = Path.GetFileName(translation).Split('.')[1];
                var (translated, translatedStory) = FrontMatter.Read<CampaignHeader>(translation);
                campaign.Texts.Add(WithoutGaps(ToText(language, translated, translatedStory), source));
            }

            campaign.LetterTemplates.AddRange(ReadLetters(folder, nowUtc));
            return campaign;
        }
        catch (Exception problem) when (problem is FormatException or TimeZoneNotFoundException)
        {
            throw new InvalidDataException($"{path}: {problem.Message}", problem);
        }
    }

    private static IEnumerable<LetterTemplate> ReadLetters(string folder, DateTime nowUtc)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "letters"), "*.scriban").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path).Split('@');
            var (header, body) = FrontMatter.Read<LetterHeader>(path);
            var template = new LetterTemplate { Language = name[0], CountryCode = name.ElementAtOrDefault(1) ?? "", PublishedNumber = 1 };
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

    private static CampaignText ToText(string language, CampaignHeader header, string story) => new()
    {
        Language = language,
        Title = header.Title,
        Summary = header.Summary,
        Demand = header.Demand,
        Story = story,
        EventName = header.Event.Name,
        EventPlace = header.Event.Place,
        ConsentWording = header.ConsentWording.Trim(),
        PhoneScript = header.PhoneScript.Trim(),
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
