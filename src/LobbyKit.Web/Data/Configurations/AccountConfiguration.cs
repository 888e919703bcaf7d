using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class AccountConfiguration
    : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<OneTimeLink>, IEntityTypeConfiguration<CampaignMember>
{
    public void Configure(EntityTypeBuilder<Account> builder) => builder.Property(a => a.DisplayName).HasMaxLength(100);

    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.Property(l => l.TokenHash).HasMaxLength(64);
        builder.HasIndex(l => l.TokenHash).IsUnique();
        // Of any number that use a link at once, one succeeds.
        builder.Property(l => l.UsedAt).IsConcurrencyToken();
        builder.Property(l => l.Email).HasMaxLength(256);
        builder.Property(l => l.Role).HasMaxLength(32);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(l => l.CampaignId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.CreatedById).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<CampaignMember> builder)
    {
        builder.HasKey(m => new { m.CampaignId, m.AccountId });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(m => m.CampaignId);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
    }
}
