using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class LetterConfiguration
    : IEntityTypeConfiguration<Letter>, IEntityTypeConfiguration<LetterEvent>, IEntityTypeConfiguration<LetterCount>,
        IEntityTypeConfiguration<LetterSum>, IEntityTypeConfiguration<JourneyCount>, IEntityTypeConfiguration<SealedLetter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.Property(l => l.CountryCode).HasMaxLength(3);
        builder.Property(l => l.Language).HasMaxLength(35);
        builder.Property(l => l.ReaderLanguage).HasMaxLength(35);
        builder.Property(l => l.ConsentVersion).HasMaxLength(40);
        builder.Property(l => l.ReceiptTokenHash).HasMaxLength(64);
        builder.Property(l => l.ConfirmTokenHash).HasMaxLength(64);
        builder.Property(l => l.AddressFingerprint).HasMaxLength(64);
        builder.Property(l => l.OneLetterKey).HasMaxLength(64);
        builder.Property(l => l.Revision).IsConcurrencyToken();
        builder.HasIndex(l => l.ReceiptTokenHash).IsUnique();
        builder.HasIndex(l => l.ConfirmTokenHash).IsUnique();
        builder.HasIndex(l => l.OneLetterKey).IsUnique();
        builder.HasIndex(l => new { l.AddressFingerprint, l.CreatedAt });
        // Retention looks for what is due, four times a minute: a large campaign's scrubbed letters are not in its way.
        builder.HasIndex(l => new { l.State, l.StateAt }).HasFilter("[HasText] = 1");
        // The counting's two questions, answered from the index alone: what moved, and what a day has.
        builder.HasIndex(l => new { l.StateAt, l.CampaignId, l.CreatedOn });
        builder.HasIndex(l => new { l.CampaignId, l.CreatedOn, l.CountryCode, l.Language, l.Route, l.State });
        // An office's letters by month and state are counted from this alone.
        builder.HasIndex(l => new { l.ContactId, l.CreatedOn, l.State });
        builder.HasOne(l => l.Sealed).WithOne().HasForeignKey<SealedLetter>(s => s.LetterId);
        builder.HasMany(l => l.Events).WithOne().HasForeignKey(e => e.LetterId);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(l => l.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Contact>().WithMany().HasForeignKey(l => l.ContactId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LetterTemplateVersion>().WithMany().HasForeignKey(l => l.TemplateVersionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SealedLetter> builder) => builder.HasKey(s => s.LetterId);

    public void Configure(EntityTypeBuilder<LetterEvent> builder) => builder.HasIndex(e => e.LetterId);

    public void Configure(EntityTypeBuilder<LetterCount> builder)
    {
        builder.HasKey(c => new { c.CampaignId, c.Day, c.CountryCode, c.Language, c.Route, c.State });
        builder.Property(c => c.CountryCode).HasMaxLength(3);
        builder.Property(c => c.Language).HasMaxLength(35);
    }

    public void Configure(EntityTypeBuilder<LetterSum> builder)
    {
        builder.HasKey(s => new { s.CampaignId, s.Dimension, s.Key, s.Route, s.State });
        builder.Property(s => s.Key).HasMaxLength(35);
    }

    public void Configure(EntityTypeBuilder<JourneyCount> builder)
    {
        builder.HasKey(c => new { c.CampaignId, c.CountryCode, c.Step, c.Day });
        builder.Property(c => c.CountryCode).HasMaxLength(3);
    }
}
