using LobbyKit.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Campaigns;

/// <summary>
/// Changes letter templates. Every save is a version; a version with problems is kept, so that nothing typed is lost, but supporters
/// never get it: only a version without problems can be published.
/// </summary>
public sealed class LetterEditing(LobbyKitDbContext db, TimeProvider clock)
{
    public const int NoteLength = 500;

    /// <summary>With their versions, by language.</summary>
    public async Task<IReadOnlyList<LetterTemplate>> ListAsync(int campaignId, CancellationToken cancellationToken) =>
        await db.LetterTemplates.AsNoTracking().Include(t => t.Versions).Where(t => t.CampaignId == campaignId)
            .OrderBy(t => t.Language).ThenBy(t => t.CountryCode).ToListAsync(cancellationToken);

    /// <summary>With its versions, the latest first.</summary>
    public Task<LetterTemplate?> FindAsync(int campaignId, int templateId, CancellationToken cancellationToken) =>
        db.LetterTemplates.AsNoTracking().Include(t => t.Versions.OrderByDescending(v => v.Number))
            .FirstOrDefaultAsync(t => t.Id == templateId && t.CampaignId == campaignId, cancellationToken);

    /// <summary>Begins a letter with the source language's text, where there is one: that is what a translation starts from.</summary>
    /// <returns>Null where the campaign has that letter already.</returns>
    public async Task<LetterTemplate?> CreateAsync(Campaign campaign, string language, string countryCode, string author, CancellationToken cancellationToken)
    {
        var letters = await ListAsync(campaign.Id, cancellationToken);
        if (letters.Any(t => t.Language.Equals(language, StringComparison.OrdinalIgnoreCase) && t.CountryCode == countryCode))
        {
            return null;
        }

        var letter = new LetterTemplate { CampaignId = campaign.Id, Language = language, CountryCode = countryCode };
        var source = Source(campaign, letters, letter);
        letter.Versions.Add(NewVersion(
            1, source?.Current.Subject ?? "", source?.Current.Body ?? "", author, source is null ? "Begun" : $"Begun with the {source.Letter.Language} letter, version {source.Current.Number}", source?.Current.Id));
        db.LetterTemplates.Add(letter);
        return await TrySaveAsync(cancellationToken) ? letter : null;
    }

    public async Task<LetterSaved> SaveAsync(Campaign campaign, LetterTemplate letter, LetterEdit edit, CancellationToken cancellationToken)
    {
        var latest = letter.Versions.MaxBy(v => v.Number);
        var source = edit.FollowsSource ? await SourceAsync(campaign, letter, cancellationToken) : null;
        var sourceId = source?.Current.Id ?? latest?.SourceVersionId;
        if (latest is not null && latest.Subject == edit.Subject && latest.Body == edit.Body && latest.SourceVersionId == sourceId)
        {
            return new LetterSaved(LetterSaveOutcome.Unchanged, latest);
        }

        if (latest is not null && latest.Number != edit.StartedFrom)
        {
            return new LetterSaved(LetterSaveOutcome.SomebodySaved, latest);
        }

        var version = NewVersion((latest?.Number ?? 0) + 1, edit.Subject, edit.Body, edit.Author, edit.Note, sourceId);
        version.LetterTemplateId = letter.Id;
        db.LetterTemplateVersions.Add(version);
        if (!await TrySaveAsync(cancellationToken))
        {
            // Two at the very same moment: the number is given once, and the other one won.
            return new LetterSaved(
                LetterSaveOutcome.SomebodySaved, (await FindAsync(campaign.Id, letter.Id, cancellationToken))?.Versions.MaxBy(v => v.Number));
        }

        return new LetterSaved(LetterSaveOutcome.Saved, version);
    }

    /// <summary>Makes an older version's text the latest version. What came between stays.</summary>
    public async Task<LetterSaved?> RestoreAsync(Campaign campaign, LetterTemplate letter, int number, string author, CancellationToken cancellationToken)
    {
        var latest = letter.Versions.Max(v => v.Number);
        return letter.Versions.FirstOrDefault(v => v.Number == number) is { } old
            ? await SaveAsync(campaign, letter, new LetterEdit(old.Subject, old.Body, $"Version {number} restored", latest, author), cancellationToken)
            : null;
    }

    /// <summary>Gives supporters a version from now on.</summary>
    /// <returns>What keeps it from being published; nothing where it is.</returns>
    public async Task<IReadOnlyList<string>> PublishAsync(Campaign campaign, LetterTemplate letter, int number, CancellationToken cancellationToken)
    {
        var version = letter.Versions.FirstOrDefault(v => v.Number == number);
        if (version is null)
        {
            return ["There is no such version."];
        }

        var obstacles = LetterProblem.Of(version.Subject, version.Body).Select(p => $"{p.Part}, line {p.Problem.Line}: {p.Problem.Sentence}").ToList();
        if (string.IsNullOrWhiteSpace(version.Subject))
        {
            obstacles.Add("The subject is empty.");
        }

        if (string.IsNullOrWhiteSpace(version.Body))
        {
            obstacles.Add("The letter is empty.");
        }

        var source = await SourceAsync(campaign, letter, cancellationToken);
        if (source is not null && source.Letter.Language != letter.Language && version.Body.Length > 0 && source.Current.Body == version.Body)
        {
            obstacles.Add($"The text is still that of the {source.Letter.Language} letter. Translate it first.");
        }

        if (obstacles.Count == 0)
        {
            await SetPublishedAsync(letter, number, cancellationToken);
        }

        return obstacles;
    }

    /// <summary>Takes the letter away from supporters; they get the next best one.</summary>
    public Task UnpublishAsync(LetterTemplate letter, CancellationToken cancellationToken) => SetPublishedAsync(letter, null, cancellationToken);

    /// <summary>How many letters each version made, by the version's id.</summary>
    public async Task<IReadOnlyDictionary<int, int>> LettersMadeAsync(LetterTemplate letter, CancellationToken cancellationToken)
    {
        var versions = letter.Versions.Select(v => v.Id).ToList();
        return await db.Letters.Where(l => versions.Contains(l.TemplateVersionId)).GroupBy(l => l.TemplateVersionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    /// <returns>Null where the letter is itself in the source language and for all, or there is nothing to translate.</returns>
    public async Task<LetterSource?> SourceAsync(Campaign campaign, LetterTemplate letter, CancellationToken cancellationToken) =>
        Source(campaign, await ListAsync(campaign.Id, cancellationToken), letter);

    /// <inheritdoc cref="SourceAsync"/>
    public static LetterSource? Source(Campaign campaign, IReadOnlyList<LetterTemplate> letters, LetterTemplate letter)
    {
        var inSource = letters.Where(t => t.Id != letter.Id && t.Versions.Count > 0 && t.Language == campaign.SourceLanguage).ToList();
        var source = letter.Language == campaign.SourceLanguage
            ? null
            : inSource.FirstOrDefault(t => t.CountryCode == letter.CountryCode) ?? inSource.FirstOrDefault(t => t.CountryCode.Length == 0);
        if (source is null)
        {
            return null;
        }

        var current = source.Versions.FirstOrDefault(v => v.Number == source.PublishedNumber) ?? source.Versions.MaxBy(v => v.Number)!;
        var followed = letter.Versions.MaxBy(v => v.Number)?.SourceVersionId;
        return new LetterSource(source, current, inSource.SelectMany(t => t.Versions).FirstOrDefault(v => v.Id == followed));
    }

    private LetterTemplateVersion NewVersion(int number, string subject, string body, string author, string note, int? sourceId) => new()
    {
        Number = number,
        Subject = subject,
        Body = body,
        CreatedAt = clock.GetUtcNow().UtcDateTime,
        CreatedBy = author,
        Note = note.Length > NoteLength ? note[..NoteLength] : note,
        SourceVersionId = sourceId,
    };

    private async Task SetPublishedAsync(LetterTemplate letter, int? number, CancellationToken cancellationToken)
    {
        var stored = await db.LetterTemplates.SingleAsync(t => t.Id == letter.Id, cancellationToken);
        stored.PublishedNumber = number;
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
