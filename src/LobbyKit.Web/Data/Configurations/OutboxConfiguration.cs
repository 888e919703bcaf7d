using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxMail>, IEntityTypeConfiguration<DeliveryAttempt>, IEntityTypeConfiguration<AnswerCount>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(m => m.MessageId).HasMaxLength(200);
        builder.HasIndex(m => m.MessageId).IsUnique();
        builder.HasIndex(m => m.LetterId);
        // The worker's question, in the order it asks: what waits, the most urgent kind first, the longest due first.
        builder.HasIndex(m => new { m.State, m.Kind, m.DueAt });
        builder.HasOne(m => m.Letter).WithMany().HasForeignKey(m => m.LetterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Attempts).WithOne().HasForeignKey(a => a.OutboxMailId);
    }

    public void Configure(EntityTypeBuilder<DeliveryAttempt> builder)
    {
        builder.HasIndex(a => new { a.OutboxMailId, a.Number });
        builder.HasIndex(a => a.FinishedAt);
        builder.Property(a => a.EnhancedCode).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<AnswerCount> builder)
    {
        builder.HasKey(c => new { c.CampaignId, c.ContactId, c.Outcome, c.Reason, c.Day });
        builder.HasIndex(c => c.Day);
    }
}
