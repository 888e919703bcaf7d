using LobbyKit.Web.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class LetterTemplateConfiguration : IEntityTypeConfiguration<LetterTemplate>, IEntityTypeConfiguration<LetterTemplateVersion>
{
    public void Configure(EntityTypeBuilder<LetterTemplate> builder)
    {
        builder.Property(t => t.Language).HasMaxLength(35);
        builder.Property(t => t.CountryCode).HasMaxLength(3);
        builder.HasIndex(t => new { t.CampaignId, t.Language, t.CountryCode }).IsUnique();
        builder.HasMany(t => t.Versions).WithOne().HasForeignKey(v => v.LetterTemplateId);
    }

    public void Configure(EntityTypeBuilder<LetterTemplateVersion> builder)
    {
        builder.HasIndex(v => new { v.LetterTemplateId, v.Number }).IsUnique();
        builder.Property(v => v.CreatedBy).HasMaxLength(200);
        builder.Property(v => v.Note).HasMaxLength(500);
    }
}
