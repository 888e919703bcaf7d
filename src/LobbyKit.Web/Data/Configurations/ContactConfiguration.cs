using LobbyKit.Web.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class ContactConfiguration
    : IEntityTypeConfiguration<Contact>,
        IEntityTypeConfiguration<ContactChannel>,
        IEntityTypeConfiguration<AddressChange>,
        IEntityTypeConfiguration<ContactSuggestion>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(c => c.CountryCode).HasMaxLength(3);
        builder.Property(c => c.CountryName).HasMaxLength(100);
        builder.Property(c => c.Office).HasMaxLength(250);
        builder.HasIndex(c => new { c.CountryCode, c.Role, c.Office }).IsUnique();
        // The list as it opens, page by page, and how long it is.
        builder.HasIndex(c => new { c.RetiredAt, c.CountryName, c.Role, c.Position });
        builder.Property(c => c.Body).HasMaxLength(250);
        builder.Property(c => c.PersonName).HasMaxLength(200);
        builder.Property(c => c.Salutation).HasMaxLength(200);
        builder.Property(c => c.SourceUrl).HasMaxLength(1000);
        builder.Property(c => c.SourceSeen).HasMaxLength(20);
        builder.Property(c => c.Note).HasMaxLength(1000);
        builder.Property(c => c.SeedFingerprint).HasMaxLength(64);
        builder.Property(c => c.SeedKey).HasMaxLength(64);
        builder.Property(c => c.SearchText).HasMaxLength(2000);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.HasOne<Contact>().WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(c => c.Languages).HasMaxLength(200).HasConversion(
            tags => string.Join(';', tags),
            text => text.Split(';', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>(
                (a, b) => a!.SequenceEqual(b!), tags => string.Join(';', tags).GetHashCode(StringComparison.Ordinal)));
        builder.HasMany(c => c.Channels).WithOne().HasForeignKey(c => c.ContactId);
    }

    public void Configure(EntityTypeBuilder<ContactChannel> builder)
    {
        builder.HasIndex(c => new { c.ContactId, c.Kind }).IsUnique();
        // Whether a contact is verified, asked of all of them.
        builder.HasIndex(c => new { c.ContactId, c.StoppedAt, c.VerifiedAt });
        builder.Property(c => c.Address).HasMaxLength(1000);
        builder.Property(c => c.CanonicalAddress).HasMaxLength(254);
        builder.HasIndex(c => c.CanonicalAddress);
        builder.Property(c => c.VerifiedBy).HasMaxLength(200);
        builder.Property(c => c.VerifiedPage).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<AddressChange> builder)
    {
        builder.Property(c => c.Before).HasMaxLength(1000);
        builder.Property(c => c.After).HasMaxLength(1000);
        builder.Property(c => c.Reason).HasMaxLength(500);
        builder.Property(c => c.ProposedBy).HasMaxLength(200);
        builder.Property(c => c.DecidedBy).HasMaxLength(200);
        builder.HasIndex(c => new { c.State, c.ProposedAt });
        builder.HasOne(c => c.Contact).WithMany().HasForeignKey(c => c.ContactId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ContactSuggestion> builder)
    {
        builder.Property(s => s.CountryCode).HasMaxLength(3);
        builder.Property(s => s.Office).HasMaxLength(250);
        builder.Property(s => s.Address).HasMaxLength(1000);
        builder.Property(s => s.Source).HasMaxLength(1000);
        builder.Property(s => s.Fingerprint).HasMaxLength(64);
        builder.HasIndex(s => s.Fingerprint);
        builder.Property(s => s.Times).HasDefaultValue(1);
        builder.Property(s => s.State).HasDefaultValue(SuggestionState.Waiting);
        builder.HasIndex(s => new { s.State, s.CreatedAt });
        builder.Property(s => s.DecidedBy).HasMaxLength(200);
        builder.HasOne(s => s.Contact).WithMany().HasForeignKey(s => s.ContactId).OnDelete(DeleteBehavior.Restrict);
    }
}
