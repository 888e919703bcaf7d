using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Campaigns.Seeding;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns.Exchange;

/// <summary>
/// Writes a campaign as its files: what <see cref="CampaignReader"/> reads, and nothing of people, accounts or letters that were sent. Of a
/// letter template it is the version that supporters get, or the latest of one that they do not get yet.
/// </summary>
public sealed class CampaignExport(LobbyKitDbContext db)
{
    // Of a hash: enough to tell a dozen pictures apart.
    private const int NameLength = 16;

    /// <summary>The zip's bytes: the same for the same campaign.</summary>
    public async Task<byte[]> ZipAsync(int campaignId, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Texts).Include(c => c.Organisations)
            .Include(c => c.LetterTemplates).ThenInclude(t => t.Versions).Include(c => c.Images).ThenInclude(i => i.Texts)
            .AsSplitQuery().SingleAsync(c => c.Id == campaignId, cancellationToken);
        return CampaignZip.Write(campaign.Slug, Files(campaign));
    }

    /// <param name="campaign">With everything that belongs to it.</param>
    public static CampaignFiles Files(Campaign campaign)
    {
        var files = new CampaignFiles();
        var names = campaign.Images.ToDictionary(i => i.Hash, i => $"images/{i.Hash[..NameLength]}{ImageTypes.Extension(i.Type)}");
        var source = campaign.TextFor(campaign.SourceLanguage);
        files.Add(CampaignFiles.Settings, FrontMatter.Write(Settings(campaign, source, names), source.Story));
        foreach (var text in campaign.Texts.Where(t => t != source))
        {
            files.Add($"campaign.{text.Language}.md", FrontMatter.Write(Translation(text, source), text.Story == source.Story ? "" : text.Story));
        }

        foreach (var letter in campaign.LetterTemplates.Where(l => l.Versions.Count > 0))
        {
            var version = letter.Versions.FirstOrDefault(v => v.Number == letter.PublishedNumber);
            var header = new LetterHeader { Published = version is not null };
            version ??= letter.Versions.MaxBy(v => v.Number)!;
            header.Subject = version.Subject;
            files.Add($"letters/{letter.Language}{(letter.CountryCode.Length == 0 ? "" : $"@{letter.CountryCode}")}.scriban", FrontMatter.Write(header, version.Body));
        }

        foreach (var image in campaign.Images)
        {
            files.Add(names[image.Hash], image.Bytes);
        }

        return files;
    }

    private static CampaignHeader Settings(Campaign campaign, CampaignText source, Dictionary<string, string> imageNames)
    {
        var header = Texts(source);
        header.Slug = campaign.Slug;
        header.Sample = campaign.IsSample;
        header.SourceLanguage = campaign.SourceLanguage;
        header.Event = new CampaignHeaderEvent
        {
            Name = source.EventName,
            Place = source.EventPlace,
            Starts = CampaignTimes.Day(campaign.EventStarts),
            Ends = CampaignTimes.Day(campaign.EventEnds),
            TimeZone = campaign.EventTimeZone,
            HostCountry = campaign.HostCountryCode,
        };
        header.Opens = CampaignTimes.Opens(campaign.OpensAt);
        header.Closes = CampaignTimes.Closes(campaign.ClosesAt);
        header.Roles = [.. campaign.Roles.Select(SnakeCase.Of)];
        header.Channels = campaign.Channels.Count == Enum.GetValues<ChannelKind>().Length ? [] : [.. campaign.Channels.Select(SnakeCase.Of)];
        header.Editing = SnakeCase.Of(campaign.Editing);
        header.Goal = campaign.Goal;
        header.Accent = campaign.Accent;
        header.Hashtag = campaign.Hashtag;
        header.Sender = campaign.SenderName.Length == 0 ? null : new CampaignHeaderSender { Name = campaign.SenderName };
        header.ConsentVersion = campaign.ConsentVersion;
        header.Picture = imageNames.GetValueOrDefault(campaign.PictureHash, "");
        header.Organisations = [.. campaign.Organisations.OrderBy(o => o.Position)
            .Select(o => new CampaignHeaderOrganisation { Name = o.Name, Url = o.Url, Logo = imageNames.GetValueOrDefault(o.LogoHash, "") })];
        header.Images = [.. campaign.Images.OrderBy(i => i.Hash, StringComparer.Ordinal).Select(i => new CampaignHeaderImage
        {
            File = imageNames[i.Hash],
            Alternative = i.Texts.OrderBy(t => t.Language, StringComparer.Ordinal).ToDictionary(t => t.Language, t => (string?)t.Alternative),
        })];
        return header;
    }

    // What a translation says in the source language's words it does not say itself: reading fills it in again.
    private static CampaignHeader Translation(CampaignText text, CampaignText source)
    {
        var own = new CampaignText
        {
            Language = text.Language,
            Title = Own(text.Title, source.Title),
            Summary = Own(text.Summary, source.Summary),
            Demand = Own(text.Demand, source.Demand),
            Story = "",
            EventName = Own(text.EventName, source.EventName),
            EventPlace = Own(text.EventPlace, source.EventPlace),
            ConsentWording = Own(text.ConsentWording, source.ConsentWording),
            PhoneScript = Own(text.PhoneScript, source.PhoneScript),
            WritingTips = Own(text.WritingTips, source.WritingTips),
            ShareText = Own(text.ShareText, source.ShareText),
        };
        var header = Texts(own);
        header.SourceLanguage = "";
        header.Editing = "";
        header.Event = own.EventName.Length + own.EventPlace.Length == 0
            ? null
            : new CampaignHeaderEvent { Name = own.EventName, Place = own.EventPlace, TimeZone = "" };
        return header;

        static string Own(string text, string source) => text.Trim() == source.Trim() ? "" : text;
    }

    private static CampaignHeader Texts(CampaignText text) => new()
    {
        Title = text.Title,
        Summary = text.Summary,
        Demand = text.Demand,
        ConsentWording = text.ConsentWording.Trim(),
        PhoneScript = text.PhoneScript.Trim(),
        WritingTips = text.WritingTips.Length == 0 ? [] : [.. text.WritingTips.Split('\n')],
        ShareText = text.ShareText.Trim(),
    };
}
