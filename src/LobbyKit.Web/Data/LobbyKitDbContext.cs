using LobbyKit.Templates;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Audit;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Campaigns.Exchange;
using LobbyKit.Web.Campaigns.Images;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Contacts.Importing;
using LobbyKit.Web.Data.Backups;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Letters;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Data;

/// <summary>The one model. A provider's context adds nothing but its own migrations.</summary>
public abstract class LobbyKitDbContext(DbContextOptions options) : IdentityDbContext<Account, IdentityRole<int>, int>(options)
{
    public DbSet<OneTimeLink> OneTimeLinks => Set<OneTimeLink>();

    public DbSet<CampaignMember> CampaignMembers => Set<CampaignMember>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignImage> CampaignImages => Set<CampaignImage>();

    public DbSet<PendingImport> PendingImports => Set<PendingImport>();

    public DbSet<LetterTemplate> LetterTemplates => Set<LetterTemplate>();

    public DbSet<LetterTemplateVersion> LetterTemplateVersions => Set<LetterTemplateVersion>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ContactSuggestion> ContactSuggestions => Set<ContactSuggestion>();

    public DbSet<AddressChange> AddressChanges => Set<AddressChange>();

    public DbSet<ContactImport> ContactImports => Set<ContactImport>();

    public DbSet<ContactImportFile> ContactImportFiles => Set<ContactImportFile>();

    public DbSet<ContactImportRow> ContactImportRows => Set<ContactImportRow>();

    public DbSet<RememberedColumns> RememberedColumns => Set<RememberedColumns>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<SealedLetter> SealedLetters => Set<SealedLetter>();

    public DbSet<LetterEvent> LetterEvents => Set<LetterEvent>();

    public DbSet<LetterCount> LetterCounts => Set<LetterCount>();

    public DbSet<LetterSum> LetterSums => Set<LetterSum>();

    public DbSet<JourneyCount> JourneyCounts => Set<JourneyCount>();

    public DbSet<OutboxMail> Outbox => Set<OutboxMail>();

    public DbSet<SealedMail> SealedMails => Set<SealedMail>();

    public DbSet<DeliveryAttempt> DeliveryAttempts => Set<DeliveryAttempt>();

    public DbSet<DeliveryLane> DeliveryLanes => Set<DeliveryLane>();

    public DbSet<DeliveryPause> DeliveryPauses => Set<DeliveryPause>();

    public DbSet<ReturnedMail> ReturnedMails => Set<ReturnedMail>();

    public DbSet<ReturnCount> ReturnCounts => Set<ReturnCount>();

    public DbSet<AddressFailure> AddressFailures => Set<AddressFailure>();

    public DbSet<AnswerCount> AnswerCounts => Set<AnswerCount>();

    public DbSet<CountingMark> CountingMarks => Set<CountingMark>();

    public DbSet<StoredSecret> StoredSecrets => Set<StoredSecret>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<RecordedSetting> RecordedSettings => Set<RecordedSetting>();

    public DbSet<BackupRecord> BackupRecords => Set<BackupRecord>();

    /// <summary>
    /// Adds rows of which nothing is needed any more, as cheaply as the database can, within the caller's transaction. They are written when
    /// it returns, get no ids, and are in no change tracker.
    /// </summary>
    /// <exception cref="InvalidOperationException">They are in the audit log, which sees only what is saved.</exception>
    public Task InsertAsync<TEntity>(IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class => AuditRules.All.ContainsKey(typeof(TEntity)) || typeof(TEntity) == typeof(AuditEntry) || typeof(TEntity) == typeof(AuditSeal)
            ? throw new InvalidOperationException($"{typeof(TEntity).Name} is in the audit log, which sees only what is saved: add it and save.")
            : rows.Count == 0 ? Task.CompletedTask : AddRowsAsync(rows, cancellationToken);

    protected virtual async Task AddRowsAsync<TEntity>(IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        Set<TEntity>().AddRange(rows);
        await SaveChangesAsync(cancellationToken);
        foreach (var row in rows)
        {
            Entry(row).State = EntityState.Detached;
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LobbyKitDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        // Names read better than numbers in a database that people look into, and survive a reordered enum.
        configurationBuilder.Properties<CampaignState>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<SupporterEditing>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<ImageType>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<ContactRole>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<G20Status>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<ChannelKind>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<Confidence>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<AddressChangeState>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<SuggestionState>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<ImportState>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<ImportRowKind>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<LetterState>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<LetterRoute>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<LetterActor>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<LetterDimension>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<JourneyStep>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<OneTimeLinkPurpose>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<OutboxState>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<LaneKind>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<ReturnKind>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<ReturnOutcome>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<AuditKind>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<AuditAction>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<DeliveryOutcome>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<AnswerReason>().HaveConversion<string>().HaveMaxLength(32);
    }
}
