using LobbyKit.Templates;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Infrastructure.Localisation;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns;

/// <summary>What a campaign lacks before it is published: everything that a supporter, or an office, would notice.</summary>
public sealed class CampaignCheckList(LobbyKitDbContext db, OfficeGaps offices, PageLanguages pages, TimeProvider clock)
{
    private static readonly (string Name, Func<CampaignText, string> Of)[] Translated =
    [
        ("summary", t => t.Summary), ("demand", t => t.Demand), ("story", t => t.Story), ("consent wording", t => t.ConsentWording), ("text for sharing", t => t.ShareText),
    ];

    /// <summary>Those that block first.</summary>
    public async Task<IReadOnlyList<CampaignGap>> RunAsync(int campaignId, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Texts).Include(c => c.LetterTemplates).ThenInclude(t => t.Versions)
            .AsSplitQuery().FirstAsync(c => c.Id == campaignId, cancellationToken);
        return
        [
            .. Dates(campaign)
                .Concat(Settings(campaign))
                .Concat(campaign.Texts.OrderByDescending(t => t.Language == campaign.SourceLanguage).SelectMany(t => Text(campaign, t)))
                .Concat(Translations(campaign))
                .Concat(Letters(campaign))
                .Concat(await offices.FindAsync(campaign, cancellationToken))
                .OrderByDescending(g => g.IsBlocking),
        ];
    }

    private IEnumerable<CampaignGap> Dates(Campaign campaign)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(EventTime.ToLocal(now, campaign.EventTimeZone));
        var closes = DateOnly.FromDateTime(EventTime.ToLocal(campaign.ClosesAt, campaign.EventTimeZone).AddTicks(-1));
        if (campaign.EventEnds < campaign.EventStarts)
        {
            yield return Block(GapPlace.Settings, "The event ends before it begins.");
        }
        else if (campaign.EventEnds < today)
        {
            yield return Block(GapPlace.Settings, "The event is in the past.");
        }
        else if (campaign.EventStarts <= today)
        {
            yield return Warn(GapPlace.Settings, "The event has begun. Letters reach the offices while it goes on.");
        }

        if (campaign.ClosesAt <= campaign.OpensAt)
        {
            yield return Block(GapPlace.Settings, "The campaign closes before it opens.");
        }
        else if (campaign.ClosesAt <= now)
        {
            yield return Block(GapPlace.Settings, "The closing time is in the past: nobody could write.");
        }
        else if (closes > campaign.EventEnds)
        {
            yield return Warn(GapPlace.Settings, "The campaign closes after the event is over. The last letters come too late.");
        }
    }

    private static IEnumerable<CampaignGap> Settings(Campaign campaign)
    {
        if (campaign.SenderName.Trim().Length == 0)
        {
            yield return Block(GapPlace.Settings, "There is no sender's name for the From line of the letters.");
        }

        if (!AccentContrast.IsColour(campaign.Accent))
        {
            yield return Block(GapPlace.Settings, "The accent colour is no colour.");
        }
        else if (AccentContrast.Of(campaign.Accent).MinBy(c => c.Ratio) is { IsEnough: false } weakest)
        {
            yield return Block(GapPlace.Settings, $"The accent colour is hard to read: {weakest.Where.ToLowerInvariant()} has {weakest.Text}, and needs 4.5:1.");
        }
    }

    private IEnumerable<CampaignGap> Text(Campaign campaign, CampaignText text)
    {
        var name = SpokenLanguage.Name(text.Language);
        var isSource = text.Language == campaign.SourceLanguage;
        if (text.Title.Trim().Length == 0 || text.EventName.Trim().Length == 0)
        {
            yield return Block(GapPlace.Text, $"The {name} texts have no {(text.Title.Trim().Length == 0 ? "title" : "name of the event")}.") with { Language = text.Language };
        }

        if (text.ConsentWording.Trim().Length == 0)
        {
            // Only the languages of the pages are read there; the others lend their words to letters.
            var isRead = isSource || pages.Has(text.Language.Split('-')[0]);
            yield return new CampaignGap(GapPlace.Text, isRead, $"There is no consent wording in {name}: nobody can agree to nothing.") { Language = text.Language };
        }

        if (isSource && Missing(text) is { Length: > 0 } missing)
        {
            yield return Warn(GapPlace.Text, $"The {name} texts have no {missing}.") with { Language = text.Language };
        }

        if (text.PhoneScript.Trim().Length == 0 && isSource && campaign.Channels.Contains(ChannelKind.Phone))
        {
            yield return Warn(GapPlace.Text, $"There is no phone script in {name}. Who calls an office gets its number, and nothing to say.") with { Language = text.Language };
        }

        if (LetterLanguage.Parse(text.PhoneScript).Problems is [var problem, ..])
        {
            yield return Block(GapPlace.Text, $"The phone script in {name} has a problem in line {problem.Line}: {problem.Sentence}") with { Language = text.Language };
        }
    }

    private IEnumerable<CampaignGap> Translations(Campaign campaign)
    {
        var source = campaign.TextFor(campaign.SourceLanguage);
        foreach (var text in campaign.Texts.Where(t => t.Language != campaign.SourceLanguage).OrderBy(t => t.Language, StringComparer.Ordinal))
        {
            var untranslated = Translated.Where(p => p.Of(source).Length > 0 && (p.Of(text).Length == 0 || p.Of(text) == p.Of(source))).Select(p => p.Name).ToList();
            if (untranslated.Count > 0)
            {
                yield return Warn(GapPlace.Text, $"Not translated into {SpokenLanguage.Name(text.Language)} yet: {string.Join(", ", untranslated)}.") with { Language = text.Language };
            }
        }

        var without = pages.All.Where(tag => campaign.Texts.All(t => !t.Language.Equals(tag, StringComparison.OrdinalIgnoreCase))).Select(SpokenLanguage.Name).ToList();
        if (without.Count > 0)
        {
            yield return Warn(GapPlace.Texts, $"No texts in {string.Join(", ", without)}: who reads the pages in it gets the campaign in {SpokenLanguage.Name(campaign.SourceLanguage)}.");
        }

        var lettersOnly = campaign.LetterTemplates.Where(t => t.PublishedNumber is not null).Select(t => t.Language)
            .Where(tag => campaign.TextFor(tag).Language.Split('-')[0] != tag.Split('-')[0]).Distinct().Select(SpokenLanguage.Name).Order(StringComparer.Ordinal).ToList();
        if (lettersOnly.Count > 0)
        {
            yield return Warn(GapPlace.Texts, $"Letters in {string.Join(", ", lettersOnly)} name event and place in {SpokenLanguage.Name(campaign.SourceLanguage)}: there are no texts in the letters' language.");
        }
    }

    private static IEnumerable<CampaignGap> Letters(Campaign campaign)
    {
        foreach (var letter in campaign.LetterTemplates.OrderBy(t => t.Language, StringComparer.Ordinal))
        {
            var version = letter.Versions.FirstOrDefault(v => v.Number == letter.PublishedNumber);
            if (version is not null && LetterProblem.Of(version.Subject, version.Body) is [var found, ..])
            {
                var where = $"The {SpokenLanguage.Name(letter.Language)} letter, version {version.Number}, has a problem ({found.Part.ToLowerInvariant()}, line {found.Problem.Line})";
                yield return Block(GapPlace.Letter, $"{where}: {found.Problem.Sentence}") with { LetterTemplateId = letter.Id };
            }
        }
    }

    private static string Missing(CampaignText text) =>
        string.Join(", ", Translated.Where(p => p.Name != "consent wording" && p.Of(text).Trim().Length == 0).Select(p => p.Name));

    private static CampaignGap Block(GapPlace place, string sentence) => new(place, true, sentence);

    private static CampaignGap Warn(GapPlace place, string sentence) => new(place, false, sentence);
}
