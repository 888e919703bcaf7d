using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class CountingMarkConfiguration : IEntityTypeConfiguration<CountingMark>
{
    public void Configure(EntityTypeBuilder<CountingMark> builder)
    {
        builder.HasKey(m => m.Name);
        builder.Property(m => m.Name).HasMaxLength(50);
    }
}
