using LobbyKit.Web.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class CampaignImageConfiguration : IEntityTypeConfiguration<CampaignImage>, IEntityTypeConfiguration<JourneyCount>
{
    public void Configure(EntityTypeBuilder<CampaignImage> builder)
    {
        builder.Property(i => i.ContentType).HasMaxLength(50);
        builder.Property(i => i.Fingerprint).HasMaxLength(64);
        builder.HasIndex(i => new { i.CampaignId, i.Fingerprint }).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(i => i.CampaignId);
    }

    public void Configure(EntityTypeBuilder<JourneyCount> builder) =>
        builder.HasKey(c => new { c.CampaignId, c.Day, c.Step, c.Node });
}
