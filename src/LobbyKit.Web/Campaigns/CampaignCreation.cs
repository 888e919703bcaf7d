using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Campaigns;

/// <summary>Makes campaigns: new ones, and copies of others. Both begin as drafts, with whoever made them on the team.</summary>
public sealed class CampaignCreation(LobbyKitDbContext db, IOptions<LetterOptions> options, TimeProvider clock)
{
    private const int MostTries = 50;

    public Task<bool> IsSlugFreeAsync(string slug, CancellationToken cancellationToken) =>
        db.Campaigns.AllAsync(c => c.Slug != slug, cancellationToken);

    /// <returns>The campaign's id.</returns>
    public async Task<int> CreateAsync(NewCampaign asked, int accountId, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var opens = now.Date.AddHours(now.Hour);
        var campaign = new Campaign
        {
            Slug = "",
            State = CampaignState.Draft,
            SourceLanguage = asked.Language,
            EventStarts = asked.EventStarts,
            EventEnds = asked.EventEnds,
            EventTimeZone = asked.EventTimeZone,
            OpensAt = opens,
            ClosesAt = Closes(asked, opens),
            Roles = CampaignDefaults.Roles,
            Editing = SupporterEditing.OwnParagraph,
            Accent = CampaignDefaults.Accent,
            SenderName = asked.Title.Length > 100 ? asked.Title[..100] : asked.Title,
            ConsentVersion = CampaignDefaults.ConsentVersion("", now),
        };
        campaign.Texts.Add(new CampaignText
        {
            Language = asked.Language,
            Title = asked.Title,
            Summary = "",
            Demand = "",
            Story = "",
            EventName = asked.EventName,
            EventPlace = asked.EventPlace,
            ConsentWording = CampaignDefaults.ConsentWording(asked.Language, options.Value.RetentionDays),
        });
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var id = await AddAsync(campaign, asked.Slug ?? CampaignSlug.Of(asked.Title), accountId, by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>
    /// Copies settings, texts, organisations, pictures and letters. Of each letter the published and the latest version come along, and its history
    /// begins anew; letters that were sent, and their counts, stay where they are.
    /// </summary>
    /// <returns>The copy's id.</returns>
    public async Task<int> CloneAsync(int campaignId, int accountId, string by, CancellationToken cancellationToken)
    {
        var original = await db.Campaigns.AsNoTracking().Include(c => c.Texts).Include(c => c.Organisations)
            .Include(c => c.LetterTemplates).ThenInclude(t => t.Versions).Include(c => c.Images).ThenInclude(i => i.Texts)
            .AsSplitQuery().FirstAsync(c => c.Id == campaignId, cancellationToken);
        var copy = new Campaign
        {
            Slug = "",
            State = CampaignState.Draft,
            SourceLanguage = original.SourceLanguage,
            EventStarts = original.EventStarts,
            EventEnds = original.EventEnds,
            EventTimeZone = original.EventTimeZone,
            HostCountryCode = original.HostCountryCode,
            OpensAt = original.OpensAt,
            ClosesAt = original.ClosesAt,
            Roles = original.Roles,
            Channels = original.Channels,
            Editing = original.Editing,
            Goal = original.Goal,
            Accent = original.Accent,
            Hashtag = original.Hashtag,
            SenderName = original.SenderName,
            ConsentVersion = original.ConsentVersion,
            PictureHash = original.PictureHash,
        };
        copy.Texts.AddRange(original.Texts.Select(t => CampaignWords.Of(t).ToText(t.Language)));
        copy.Organisations.AddRange(original.Organisations.Select(o => new CampaignOrganisation { Position = o.Position, Name = o.Name, Url = o.Url, LogoHash = o.LogoHash }));
        copy.Images.AddRange(original.Images.Select(i => i.Copy()));
        var source = copy.TextFor(copy.SourceLanguage);
        source.Title = $"{(source.Title.Length > 190 ? source.Title[..190] : source.Title)} (copy)";

        var copied = new Dictionary<int, LetterTemplateVersion>();
        var now = clock.GetUtcNow().UtcDateTime;
        copy.LetterTemplates.AddRange(original.LetterTemplates.Where(t => t.Versions.Count > 0).Select(t => Copy(t, original, now, copied)));

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var id = await AddAsync(copy, original.Slug, accountId, by, cancellationToken);
        await FollowSourcesAsync(original, copied, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    private static LetterTemplate Copy(LetterTemplate original, Campaign campaign, DateTime nowUtc, Dictionary<int, LetterTemplateVersion> copied)
    {
        var copy = new LetterTemplate { Language = original.Language, CountryCode = original.CountryCode };
        var published = original.Versions.FirstOrDefault(v => v.Number == original.PublishedNumber);
        var latest = original.Versions.MaxBy(v => v.Number)!;
        foreach (var version in new[] { published, latest }.OfType<LetterTemplateVersion>().Distinct())
        {
            copy.Versions.Add(copied[version.Id] = new LetterTemplateVersion
            {
                Number = copy.Versions.Count + 1,
                Subject = version.Subject,
                Body = version.Body,
                CreatedAt = nowUtc,
                CreatedBy = version.CreatedBy,
                Note = $"Version {version.Number} of the campaign {campaign.Slug}",
            });
        }

        copy.PublishedNumber = published is null ? null : 1;
        return copy;
    }

    // A translation goes on following the version that it was made from, where that one came along.
    private async Task FollowSourcesAsync(Campaign original, Dictionary<int, LetterTemplateVersion> copied, CancellationToken cancellationToken)
    {
        foreach (var version in original.LetterTemplates.SelectMany(t => t.Versions).Where(v => v.SourceVersionId is not null && copied.ContainsKey(v.Id)))
        {
            copied[version.Id].SourceVersionId = copied.GetValueOrDefault(version.SourceVersionId!.Value)?.Id;
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<int> AddAsync(Campaign campaign, string slug, int accountId, string by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        campaign.Slug = await FreeSlugAsync(slug, cancellationToken);
        campaign.CreatedAt = now;
        (campaign.EditedAt, campaign.EditedBy) = (now, by);
        db.Campaigns.Add(campaign);
        await db.SaveChangesAsync(cancellationToken);
        db.CampaignMembers.Add(new CampaignMember { CampaignId = campaign.Id, AccountId = accountId, JoinedAt = now });
        await db.SaveChangesAsync(cancellationToken);
        return campaign.Id;
    }

    private async Task<string> FreeSlugAsync(string wanted, CancellationToken cancellationToken)
    {
        var stem = wanted.Length > CampaignSlug.Length - 5 ? wanted[..(CampaignSlug.Length - 5)].TrimEnd('-') : wanted;
        for (var number = 1; number <= MostTries; number++)
        {
            var slug = number == 1 ? wanted : $"{stem}-{number}";
            if (await IsSlugFreeAsync(slug, cancellationToken))
            {
                return slug;
            }
        }

        return $"{stem}-{clock.GetUtcNow().ToUnixTimeSeconds() % 10_000:0000}";
    }

    // Until the day before the event, as its place counts days; what comes later is read by nobody before it.
    private static DateTime Closes(NewCampaign asked, DateTime opens)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(asked.EventTimeZone);
        var closes = EventTime.ToUtc(asked.EventStarts.ToDateTime(TimeOnly.MinValue), zone);
        return closes > opens ? closes : opens.AddDays(7);
    }
}
