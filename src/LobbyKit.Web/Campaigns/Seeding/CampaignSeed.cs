using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns.Seeding;

/// <summary>
/// Brings the campaigns of a folder into the database at every start. A campaign that nobody touched follows its files; one that an
/// organiser edited is left as the organiser left it. A letter that changed becomes a new version, because sent letters name theirs.
/// </summary>
public sealed class CampaignSeed(IDbContextFactory<LobbyKitDbContext> contexts, TimeProvider clock, ILogger<CampaignSeed> logger)
{
    /// <exception cref="InvalidDataException">A campaign's files are not as they should be; the message names file and reason.</exception>
    public async Task RunAsync(string folder, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var seeded = CampaignFolder.Read(path, clock.GetUtcNow().UtcDateTime);
            seeded.SeedFingerprint = CampaignFingerprint.Of(seeded);

            var existing = await db.Campaigns
                .Include(c => c.Texts).Include(c => c.Organisations).Include(c => c.LetterTemplates).ThenInclude(t => t.Versions)
                .Include(c => c.Images).ThenInclude(i => i.Texts)
                .AsSplitQuery().FirstOrDefaultAsync(c => c.Slug == seeded.Slug, cancellationToken);
            if (existing is null)
            {
                db.Campaigns.Add(seeded);
            }
            else if (existing.SeedFingerprint != seeded.SeedFingerprint && existing.SeedFingerprint == CampaignFingerprint.Of(existing))
            {
                Follow(existing, seeded);
            }
        }

        var changed = await db.SaveChangesAsync(cancellationToken);
        if (changed > 0)
        {
            logger.LogInformation("Seeded campaigns: {Changed} rows written.", changed);
        }
    }

    private static void Follow(Campaign existing, Campaign seeded)
    {
        existing.SourceLanguage = seeded.SourceLanguage;
        existing.EventStarts = seeded.EventStarts;
        existing.EventEnds = seeded.EventEnds;
        existing.EventTimeZone = seeded.EventTimeZone;
        existing.HostCountryCode = seeded.HostCountryCode;
        existing.OpensAt = seeded.OpensAt;
        existing.ClosesAt = seeded.ClosesAt;
        existing.Roles = seeded.Roles;
        existing.Channels = seeded.Channels;
        existing.Editing = seeded.Editing;
        existing.Goal = seeded.Goal;
        existing.Accent = seeded.Accent;
        existing.Hashtag = seeded.Hashtag;
        existing.SenderName = seeded.SenderName;
        existing.ConsentVersion = seeded.ConsentVersion;
        existing.IsSample = seeded.IsSample;
        existing.SeedFingerprint = seeded.SeedFingerprint;
        existing.PictureHash = seeded.PictureHash;
        existing.Images.Clear();
        existing.Images.AddRange(seeded.Images);
        existing.Organisations.Clear();
        existing.Organisations.AddRange(seeded.Organisations);
        existing.Texts.Clear();
        existing.Texts.AddRange(seeded.Texts);
        FollowLetters(existing, seeded);
    }

    private static void FollowLetters(Campaign existing, Campaign seeded)
    {
        foreach (var template in seeded.LetterTemplates)
        {
            var known = existing.LetterTemplates.FirstOrDefault(t => t.Language == template.Language && t.CountryCode == template.CountryCode);
            if (known is null)
            {
                existing.LetterTemplates.Add(template);
                continue;
            }

            var text = template.Versions[0];
            var published = known.Versions.FirstOrDefault(v => v.Number == known.PublishedNumber);
            if (published?.Subject != text.Subject || published.Body != text.Body)
            {
                text.Number = known.Versions.Max(v => v.Number) + 1;
                known.Versions.Add(text);
                known.PublishedNumber = template.PublishedNumber is null ? null : text.Number;
            }
        }

        foreach (var gone in existing.LetterTemplates.Where(t => !seeded.LetterTemplates.Any(s => s.Language == t.Language && s.CountryCode == t.CountryCode)))
        {
            gone.PublishedNumber = null;
        }
    }
}
