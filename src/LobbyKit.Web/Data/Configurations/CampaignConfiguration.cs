using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.Property(c => c.Slug).HasMaxLength(60);
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.Property(c => c.SourceLanguage).HasMaxLength(35);
        builder.Property(c => c.EventTimeZone).HasMaxLength(64);
        builder.Property(c => c.HostCountryCode).HasMaxLength(3);
        builder.Property(c => c.Accent).HasMaxLength(7);
        builder.Property(c => c.Hashtag).HasMaxLength(100);
        builder.Property(c => c.SenderName).HasMaxLength(100);
        builder.Property(c => c.SeedFingerprint).HasMaxLength(64);
        builder.Property(c => c.ConsentVersion).HasMaxLength(40);
        builder.Property(c => c.PictureHash).HasMaxLength(64);
        builder.Property(c => c.Roles).HasMaxLength(200).HasConversion(
            roles => string.Join(';', roles),
            text => text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ContactRole>).ToList(),
            new ValueComparer<IReadOnlyList<ContactRole>>(
                (a, b) => a!.SequenceEqual(b!), roles => string.Join(';', roles).GetHashCode(StringComparison.Ordinal)));
        builder.Property(c => c.Channels).HasMaxLength(100).HasConversion(
            channels => string.Join(';', channels),
            // A campaign from before there was a choice goes by every channel.
            text => text.Length == 0 ? Enum.GetValues<ChannelKind>().ToList() : text.Split(';').Select(Enum.Parse<ChannelKind>).ToList(),
            new ValueComparer<IReadOnlyList<ChannelKind>>(
                (a, b) => a!.SequenceEqual(b!), channels => string.Join(';', channels).GetHashCode(StringComparison.Ordinal)));
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.Property(c => c.EditedBy).HasMaxLength(256);
        builder.HasMany(c => c.Texts).WithOne().HasForeignKey(t => t.CampaignId);
        builder.HasMany(c => c.Organisations).WithOne().HasForeignKey(o => o.CampaignId);
        builder.HasMany(c => c.Images).WithOne().HasForeignKey(i => i.CampaignId);
        builder.HasMany(c => c.LetterTemplates).WithOne().HasForeignKey(t => t.CampaignId);
    }
}
