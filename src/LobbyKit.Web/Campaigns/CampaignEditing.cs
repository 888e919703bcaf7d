using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Campaigns;

/// <summary>Changes a campaign's settings, texts and organisations. Whoever began from an older revision is told, and nothing is saved.</summary>
public sealed class CampaignEditing(LobbyKitDbContext db, IOptions<LetterOptions> letters, TimeProvider clock)
{
    /// <summary>As it is now, with texts and organisations.</summary>
    public Task<Campaign> ReadAsync(int campaignId, CancellationToken cancellationToken) =>
        db.Campaigns.AsNoTracking().Include(c => c.Texts).Include(c => c.Organisations).AsSplitQuery().FirstAsync(c => c.Id == campaignId, cancellationToken);

    public async Task<CampaignSaveOutcome> SaveSettingsAsync(
        int campaignId, int revision, CampaignSettings settings, string by, CancellationToken cancellationToken)
    {
        var campaign = await TrackAsync(campaignId, cancellationToken);
        if (campaign.Revision != revision)
        {
            return CampaignSaveOutcome.SomebodySaved;
        }

        if (await db.Campaigns.AnyAsync(c => c.Slug == settings.Slug && c.Id != campaignId, cancellationToken))
        {
            return CampaignSaveOutcome.SlugTaken;
        }

        settings.ApplyTo(campaign);
        return await SaveAsync(campaign, by, cancellationToken);
    }

    /// <summary>In the order of the list; what is not in it goes.</summary>
    public async Task<CampaignSaveOutcome> SaveOrganisationsAsync(
        int campaignId, int revision, IReadOnlyList<OrganisationEdit> organisations, string by, CancellationToken cancellationToken)
    {
        var campaign = await TrackAsync(campaignId, cancellationToken);
        if (campaign.Revision != revision)
        {
            return CampaignSaveOutcome.SomebodySaved;
        }

        campaign.Organisations.RemoveAll(o => organisations.All(e => e.Id != o.Id));
        foreach (var (edit, position) in organisations.Select((e, i) => (e, i)))
        {
            var organisation = campaign.Organisations.FirstOrDefault(o => o.Id == edit.Id && edit.Id is > 0);
            if (organisation is null)
            {
                organisation = new CampaignOrganisation { Name = edit.Name };
                campaign.Organisations.Add(organisation);
            }

            (organisation.Position, organisation.Name, organisation.Url) = (position, edit.Name, edit.Url);
        }

        return await SaveAsync(campaign, by, cancellationToken);
    }

    /// <summary>Another consent wording gets another version: each letter tells which one its supporter agreed to.</summary>
    public async Task<CampaignSaveOutcome> SaveTextAsync(
        int campaignId, string language, int revision, CampaignWords words, string by, CancellationToken cancellationToken)
    {
        var campaign = await TrackAsync(campaignId, cancellationToken);
        var text = campaign.Texts.FirstOrDefault(t => t.Language == language);
        if (text is null || text.Revision != revision)
        {
            return CampaignSaveOutcome.SomebodySaved;
        }

        if (text.ConsentWording != words.ConsentWording)
        {
            NewConsent(campaign, by);
        }

        words.ApplyTo(text);
        if (db.ChangeTracker.HasChanges())
        {
            text.Revision++;
            (text.EditedAt, text.EditedBy) = (clock.GetUtcNow().UtcDateTime, by);
        }

        return await TrySaveAsync(cancellationToken) ? CampaignSaveOutcome.Saved : CampaignSaveOutcome.SomebodySaved;
    }

    /// <summary>Begins with the source language's texts: that is what a translation starts from, and what its readers would get without it.</summary>
    /// <returns>False where there is one already.</returns>
    public async Task<bool> AddLanguageAsync(int campaignId, string language, string by, CancellationToken cancellationToken)
    {
        var campaign = await TrackAsync(campaignId, cancellationToken);
        if (campaign.Texts.Any(t => t.Language.Equals(language, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var text = CampaignWords.Of(campaign.TextFor(campaign.SourceLanguage)).ToText(language);
        if (CampaignDefaults.ConsentWording(language, letters.Value.RetentionDays) is { Length: > 0 } consent)
        {
            text.ConsentWording = consent;
        }

        (text.EditedAt, text.EditedBy) = (clock.GetUtcNow().UtcDateTime, by);
        campaign.Texts.Add(text);
        NewConsent(campaign, by);
        return await TrySaveAsync(cancellationToken);
    }

    /// <summary>Its readers get the source language again.</summary>
    /// <returns>False for the source language itself, and where somebody edited it in the same moment.</returns>
    public async Task<bool> RemoveLanguageAsync(int campaignId, string language, CancellationToken cancellationToken)
    {
        var campaign = await TrackAsync(campaignId, cancellationToken);
        return language != campaign.SourceLanguage
            && campaign.Texts.RemoveAll(t => t.Language == language) > 0
            && await TrySaveAsync(cancellationToken);
    }

    private void NewConsent(Campaign campaign, string by)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        campaign.ConsentVersion = CampaignDefaults.ConsentVersion(campaign.ConsentVersion, now);
        campaign.Touch(now, by);
    }

    private Task<Campaign> TrackAsync(int campaignId, CancellationToken cancellationToken) =>
        db.Campaigns.Include(c => c.Texts).Include(c => c.Organisations).AsSplitQuery().FirstAsync(c => c.Id == campaignId, cancellationToken);

    private async Task<CampaignSaveOutcome> SaveAsync(Campaign campaign, string by, CancellationToken cancellationToken)
    {
        if (db.ChangeTracker.HasChanges())
        {
            campaign.Touch(clock.GetUtcNow().UtcDateTime, by);
        }

        return await TrySaveAsync(cancellationToken) ? CampaignSaveOutcome.Saved : CampaignSaveOutcome.SomebodySaved;
    }

    // Two at the very same moment: the database lets only one of them through.
    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
