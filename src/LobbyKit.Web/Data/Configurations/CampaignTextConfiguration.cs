using LobbyKit.Web.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class CampaignTextConfiguration : IEntityTypeConfiguration<CampaignText>
{
    public void Configure(EntityTypeBuilder<CampaignText> builder)
    {
        builder.Property(t => t.Language).HasMaxLength(35);
        builder.HasIndex(t => new { t.CampaignId, t.Language }).IsUnique();
        builder.Property(t => t.Title).HasMaxLength(200);
        builder.Property(t => t.Summary).HasMaxLength(500);
        builder.Property(t => t.Demand).HasMaxLength(500);
        builder.Property(t => t.EventName).HasMaxLength(200);
        builder.Property(t => t.EventPlace).HasMaxLength(200);
        builder.Property(t => t.ShareText).HasMaxLength(500);
        builder.Property(t => t.Revision).IsConcurrencyToken();
        builder.Property(t => t.EditedBy).HasMaxLength(256);
    }
}
