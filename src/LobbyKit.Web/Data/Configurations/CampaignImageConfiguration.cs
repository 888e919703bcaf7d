using LobbyKit.Web.Campaigns.Images;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class CampaignImageConfiguration : IEntityTypeConfiguration<CampaignImage>, IEntityTypeConfiguration<CampaignImageText>
{
    public void Configure(EntityTypeBuilder<CampaignImage> builder)
    {
        builder.Property(i => i.Hash).HasMaxLength(64);
        builder.HasIndex(i => new { i.CampaignId, i.Hash }).IsUnique();
        builder.Property(i => i.Revision).IsConcurrencyToken();
        builder.HasMany(i => i.Texts).WithOne().HasForeignKey(t => t.CampaignImageId);
    }

    public void Configure(EntityTypeBuilder<CampaignImageText> builder)
    {
        builder.HasKey(t => new { t.CampaignImageId, t.Language });
        builder.Property(t => t.Language).HasMaxLength(35);
        builder.Property(t => t.Alternative).HasMaxLength(ImageLimits.AlternativeLength);
    }
}
