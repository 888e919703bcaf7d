using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Lanes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class OutboxConfiguration
    : IEntityTypeConfiguration<OutboxMail>, IEntityTypeConfiguration<DeliveryAttempt>, IEntityTypeConfiguration<AnswerCount>, IEntityTypeConfiguration<DeliveryLane>,
        IEntityTypeConfiguration<DeliveryPause>, IEntityTypeConfiguration<SealedMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(m => m.MessageId).HasMaxLength(200);
        builder.HasIndex(m => m.MessageId).IsUnique();
        builder.HasIndex(m => m.LetterId);
        // The worker's two questions, each answered by one step into an index however many wait: what goes before letters, the longest due
        // first; and the letters of one campaign to one office, the longest due first.
        builder.HasIndex(m => new { m.Kind, m.DueAt }).HasFilter("[State] = 'Waiting'");
        builder.HasIndex(m => new { m.Kind, m.ContactId, m.CampaignId, m.DueAt }).HasFilter("[State] = 'Waiting'");
        // What a worker has just marked as its own.
        builder.HasIndex(m => m.ClaimId).HasFilter("[ClaimId] IS NOT NULL");
        builder.HasIndex(m => new { m.State, m.DueAt });
        builder.Property(m => m.EndedBy).HasMaxLength(200);
        builder.Property(m => m.EndedBecause).HasMaxLength(500);
        builder.HasOne(m => m.Letter).WithMany().HasForeignKey(m => m.LetterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Sealed).WithOne().HasForeignKey<SealedMail>(s => s.OutboxMailId);
        builder.HasMany(m => m.Attempts).WithOne().HasForeignKey(a => a.OutboxMailId);
    }

    public void Configure(EntityTypeBuilder<SealedMail> builder) => builder.HasKey(s => s.OutboxMailId);

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

    public void Configure(EntityTypeBuilder<DeliveryLane> builder)
    {
        builder.HasKey(l => new { l.Kind, l.Key });
        builder.Property(l => l.Key).HasMaxLength(255);
    }

    public void Configure(EntityTypeBuilder<DeliveryPause> builder)
    {
        builder.HasIndex(p => new { p.Kind, p.Which }).IsUnique();
        builder.Property(p => p.Which).HasMaxLength(255);
        builder.Property(p => p.By).HasMaxLength(200);
    }
}
