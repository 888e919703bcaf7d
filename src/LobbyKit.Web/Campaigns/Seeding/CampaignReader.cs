using System.Globalization;
using LobbyKit.Templates;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Forms;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>
/// Makes a campaign of its files: <c>campaign.md</c> (facts, and the texts in the source language), <c>campaign.fr.md</c> and so on
/// (translations), <c>letters/de.scriban</c> (letters by language), <c>letters/de@AT.scriban</c> (the same for one country),
/// <c>images/rally.jpg</c> (pictures that <c>campaign.md</c> lists). Trusts none of them, and goes on after a problem to name them all.
/// </summary>
public sealed class CampaignReader
{
    private readonly CampaignFiles files;
    private readonly DateTime nowUtc;
    private readonly string author;
    private readonly string note;
    private readonly List<FileProblem> problems = [];
    private readonly List<FileProblem> gaps = [];

    private CampaignReader(CampaignFiles files, DateTime nowUtc, string author, string note) =>
        (this.files, this.nowUtc, this.author, this.note) = (files, nowUtc, author, note);

    /// <param name="files">The campaign's.</param>
    /// <param name="nowUtc">When it is made.</param>
    /// <param name="author">Who the letters' first versions are said to be by.</param>
    /// <param name="note">What those versions note.</param>
    public static CampaignReading Read(CampaignFiles files, DateTime nowUtc, string author, string note = "") =>
        new CampaignReader(files, nowUtc, author, note).Read();

    private CampaignReading Read()
    {
        var campaign = Try(ReadSettings);
        var letters = files.Of(CampaignFileKind.Letter).Select(path => Try(() => ReadLetter(path))).OfType<LetterTemplate>().ToList();
        if (campaign is not null)
        {
            foreach (var path in files.Of(CampaignFileKind.Translation))
            {
                if (Try(() => ReadTranslation(path, campaign.Texts[0])) is { } text)
                {
                    campaign.Texts.Add(text);
                }
            }

            campaign.LetterTemplates.AddRange(letters);
            CheckLetters(campaign);
        }

        return new CampaignReading(problems.Count == 0 ? campaign : null, problems, gaps);
    }

    private Campaign ReadSettings()
    {
        const string file = CampaignFiles.Settings;
        var (header, story, _) = FrontMatter.Read<CampaignHeader>(file, files.Text(file));
        problems.AddRange(CampaignRules.Problems(header).Select(p => new FileProblem(file, "", p)));
        gaps.AddRange(CampaignRules.Gaps(header).Select(g => new FileProblem(file, "", g)));
        if (problems.Count > 0)
        {
            throw new FileProblemException(problems[^1]);
        }

        var occasion = header.Event ?? new CampaignHeaderEvent();
        var campaign = new Campaign
        {
            Slug = header.Slug,
            State = CampaignState.Draft,
            IsSample = header.Sample,
            SourceLanguage = header.SourceLanguage,
            EventStarts = Said(file, "event.starts", occasion.Starts, CampaignTimes.Day),
            EventEnds = Said(file, "event.ends", occasion.Ends, CampaignTimes.Day),
            EventTimeZone = TimeZoneInfo.FindSystemTimeZoneById(occasion.TimeZone).Id,
            HostCountryCode = occasion.HostCountry,
            OpensAt = Said(file, "opens", header.Opens, CampaignTimes.Opens),
            ClosesAt = Said(file, "closes", header.Closes, CampaignTimes.Closes),
            Roles = [.. header.Roles.Select(role => Said(file, "roles", role ?? "", SnakeCase.Parse<ContactRole>)).Distinct()],
            Channels = header.Channels.Count == 0
                ? Enum.GetValues<ChannelKind>()
                : [.. header.Channels.Select(channel => Said(file, "channels", channel ?? "", SnakeCase.Parse<ChannelKind>)).Distinct().Order()],
            Editing = Said(file, "editing", header.Editing, SnakeCase.Parse<SupporterEditing>),
            Goal = header.Goal,
            Accent = header.Accent,
            Hashtag = TypedText.Line(header.Hashtag),
            SenderName = TypedText.Line(header.Sender?.Name),
            ConsentVersion = TypedText.Line(header.ConsentVersion),
            CreatedAt = nowUtc,
        };
        if (campaign.ClosesAt <= campaign.OpensAt)
        {
            throw Wrong(file, $"closes is {header.Closes}, before opens, {header.Opens}.");
        }

        if (campaign.EventEnds < campaign.EventStarts)
        {
            throw Wrong(file, $"event.ends is {occasion.Ends}, before event.starts.");
        }

        var text = ToText(file, header.SourceLanguage, header, story);
        campaign.SourceLanguage = text.Language;
        campaign.Texts.Add(text);
        var images = new CampaignImageReader(files, nowUtc, problems).Read(header, campaign);
        campaign.PictureHash = images(header.Picture);
        campaign.Organisations.AddRange(header.Organisations.Select(
            (o, i) => new CampaignOrganisation { Position = i, Name = TypedText.Line(o.Name), Url = o.Url, LogoHash = images(o.Logo) }));
        return campaign;
    }

    private CampaignText ReadTranslation(string path, CampaignText source)
    {
        var (header, story, _) = FrontMatter.Read<CampaignHeader>(path, files.Text(path));
        if (CampaignRules.TooLong(header).FirstOrDefault() is { } tooLong)
        {
            throw Wrong(path, tooLong);
        }

        if (header.WritingTips.Contains(null!))
        {
            throw Wrong(path, "writing_tips has an entry with nothing in it.");
        }

        var text = ToText(path, path.Split('.')[1], header, story);
        return text.Language != source.Language
            ? WithoutGaps(text, source)
            : throw Wrong(path, $"{source.Language} is the source language; its texts are in {CampaignFiles.Settings}.");
    }

    private LetterTemplate ReadLetter(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).Split('@');
        var (header, body, line) = FrontMatter.Read<LetterHeader>(path, files.Text(path));
        var country = name.ElementAtOrDefault(1) ?? "";
        if (name.Length > 2 || (country.Length > 0 && !CampaignRules.IsCountry(country)))
        {
            throw Wrong(path, $"\"{string.Join('@', name.Skip(1))}\" is no country's code such as AT.");
        }

        var isReady = !header.Published || IsReady(path, header.Subject, body, line);
        var template = new LetterTemplate { Language = Tag(path, name[0]), CountryCode = country, PublishedNumber = header.Published && isReady ? 1 : null };
        template.Versions.Add(new LetterTemplateVersion
        {
            Number = 1,
            Subject = header.Subject,
            Body = body,
            CreatedAt = nowUtc,
            CreatedBy = author,
            Note = note,
        });
        return template;
    }

    private bool IsReady(string path, string subject, string body, int line)
    {
        var before = gaps.Count;
        if (subject.Trim().Length == 0 || body.Trim().Length == 0)
        {
            gaps.Add(new FileProblem(path, "", $"the letter's {(subject.Trim().Length == 0 ? "subject" : "text")} is empty."));
        }

        if (CampaignRules.Problem(subject, 1) is { } inSubject)
        {
            gaps.Add(new FileProblem(path, $"subject, {inSubject.Place}", inSubject.Sentence));
        }

        if (CampaignRules.Problem(body, line) is { } inBody)
        {
            gaps.Add(new FileProblem(path, inBody.Place, inBody.Sentence));
        }

        return gaps.Count == before;
    }

    // Two tags can stand for one language.
    private void CheckLetters(Campaign campaign)
    {
        foreach (var twice in campaign.Texts.GroupBy(t => t.Language, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            problems.Add(new FileProblem($"campaign.{twice.Key}.md", "", "there are two translations into this language."));
        }

        foreach (var twice in campaign.LetterTemplates.GroupBy(t => (t.Language, t.CountryCode)).Where(g => g.Count() > 1))
        {
            problems.Add(new FileProblem($"letters/{twice.Key.Language}.scriban", "", "there are two letters in this language for the same offices."));
        }

        if (!campaign.LetterTemplates.Any(t => t.Language == campaign.SourceLanguage && t.CountryCode.Length == 0))
        {
            gaps.Add(new FileProblem(
                CampaignFiles.Settings,
                "",
                $"source_language is {campaign.SourceLanguage}, and letters/{campaign.SourceLanguage}.scriban is not there. "
                + "Offices that read none of the letters' languages get that one."));
        }
    }

    private static CampaignText ToText(string path, string language, CampaignHeader header, string story) => new()
    {
        Language = Tag(path, language),
        Title = TypedText.Line(header.Title),
        Summary = TypedText.Line(header.Summary),
        Demand = TypedText.Line(header.Demand),
        Story = story,
        EventName = TypedText.Line(header.Event?.Name),
        EventPlace = TypedText.Line(header.Event?.Place),
        ConsentWording = header.ConsentWording.Trim(),
        PhoneScript = CampaignRules.Problem(header.PhoneScript, 1) is { } problem
            ? throw Wrong(path, $"phone_script, {problem.Place}: {problem.Sentence}")
            : header.PhoneScript.Trim(),
        WritingTips = string.Join('\n', header.WritingTips.Select(TypedText.Line)),
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

    internal static string Tag(string path, string language)
    {
        try
        {
            // No name at all would be the culture of no language.
            return language.Length > 0 ? CultureInfo.GetCultureInfo(language, predefinedOnly: true).Name : throw NoTag();
        }
        catch (CultureNotFoundException)
        {
            throw NoTag();
        }

        FileProblemException NoTag() => Wrong(path, $"\"{language}\" is no language tag such as fr or pt-BR.");
    }

    private static T Said<T>(string path, string setting, string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (FormatException problem)
        {
            throw Wrong(path, $"{setting}: {problem.Message}");
        }
    }

    private static FileProblemException Wrong(string path, string sentence) => new(new FileProblem(path, "", sentence));

    private T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (FileProblemException wrong)
        {
            if (!problems.Contains(wrong.Problem))
            {
                problems.Add(wrong.Problem);
            }

            return null;
        }
    }
}
