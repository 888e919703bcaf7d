using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery.Returns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class ReturnsConfiguration
    : IEntityTypeConfiguration<ReturnedMail>, IEntityTypeConfiguration<ReturnCount>, IEntityTypeConfiguration<AddressFailure>
{
    public void Configure(EntityTypeBuilder<ReturnedMail> builder)
    {
        builder.Property(r => r.Status).HasMaxLength(20);
        builder.Property(r => r.Fingerprint).HasMaxLength(64);
        // The same message, brought twice at once, comes in once.
        builder.HasIndex(r => r.Fingerprint).IsUnique();
        builder.HasIndex(r => new { r.LetterId, r.At });
        builder.HasIndex(r => r.At);
    }

    public void Configure(EntityTypeBuilder<ReturnCount> builder) => builder.HasKey(c => new { c.Day, c.Outcome });

    public void Configure(EntityTypeBuilder<AddressFailure> builder)
    {
        builder.HasKey(f => f.LetterId);
        builder.Property(f => f.LetterId).ValueGeneratedNever();
        builder.Property(f => f.Code).HasMaxLength(20);
        builder.HasIndex(f => new { f.ContactId, f.At });
        // The few that stopped an address.
        builder.HasIndex(f => f.HasStoppedAddress).HasFilter("[HasStoppedAddress] = 1");
    }
}
