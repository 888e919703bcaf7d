using LobbyKit.Web.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class CampaignOrganisationConfiguration : IEntityTypeConfiguration<CampaignOrganisation>
{
    public void Configure(EntityTypeBuilder<CampaignOrganisation> builder)
    {
        builder.Property(o => o.Name).HasMaxLength(200);
        builder.Property(o => o.Url).HasMaxLength(500);
        builder.Property(o => o.LogoHash).HasMaxLength(64);
    }
}
