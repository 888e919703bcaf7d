using LobbyKit.Web.Accounts;
using LobbyKit.Web.Campaigns.Exchange;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class PendingImportConfiguration : IEntityTypeConfiguration<PendingImport>
{
    public void Configure(EntityTypeBuilder<PendingImport> builder)
    {
        builder.HasKey(i => i.AccountId);
        builder.Property(i => i.AccountId).ValueGeneratedNever();
        builder.HasOne<Account>().WithOne().HasForeignKey<PendingImport>(i => i.AccountId);
    }
}
