using LobbyKit.Web.Audit;
using LobbyKit.Web.Data.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class AuditConfiguration
    : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditSeal>, IEntityTypeConfiguration<RecordedSetting>, IEntityTypeConfiguration<BackupRecord>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        // Named, because SQL Server cannot answer an insert into a table with triggers in the usual way.
        builder.ToTable(t => t.HasTrigger("AuditEntries_OnlyAdd"));
        builder.Property(e => e.ActorName).HasMaxLength(100);
        builder.Property(e => e.Address).HasMaxLength(45);
        builder.Property(e => e.SubjectId).HasMaxLength(RecordedSetting.NameLength);
        builder.Property(e => e.SubjectName).HasMaxLength(AuditEntry.NameLength);
        builder.Property(e => e.Mac).HasMaxLength(64);
        builder.Ignore(e => e.Changes);
        builder.Ignore(e => e.ImportId);
        // An entry that was copied is no second entry.
        builder.HasIndex(e => e.Mac).IsUnique();
        builder.HasIndex(e => new { e.Kind, e.SubjectId, e.Id });
        builder.HasIndex(e => new { e.AccountId, e.Id });
        builder.HasIndex(e => e.At);
    }

    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.ToTable(t => t.HasTrigger("AuditSeals_OnlyAdd"));
        builder.HasKey(s => s.Sequence);
        builder.Property(s => s.Sequence).ValueGeneratedNever();
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.HasIndex(s => s.EntryId).IsUnique();
        builder.HasOne<AuditEntry>().WithMany().HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RecordedSetting> builder)
    {
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(RecordedSetting.NameLength);
        builder.Property(s => s.SecretFingerprint).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<BackupRecord> builder) => builder.HasIndex(b => b.At);
}
