using System.Runtime.CompilerServices;
using System.Text.Json;
using LobbyKit.Web.Contacts.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LobbyKit.Web.Data.Configurations;

internal sealed class ContactImportConfiguration
    : IEntityTypeConfiguration<ContactImport>,
        IEntityTypeConfiguration<ContactImportFile>,
        IEntityTypeConfiguration<ContactImportRow>,
        IEntityTypeConfiguration<RememberedColumns>
{
    // Our own words only: the text is never put into a page as it is.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
    };

    public void Configure(EntityTypeBuilder<ContactImport> builder)
    {
        builder.Property(i => i.FileName).HasMaxLength(200);
        builder.Property(i => i.Encoding).HasMaxLength(20);
        builder.Property(i => i.Notice).HasMaxLength(500);
        builder.Property(i => i.UploadedBy).HasMaxLength(200);
        builder.Property(i => i.UndoneBy).HasMaxLength(200);
        builder.Property(i => i.ActedFrom).HasMaxLength(45);
        builder.HasIndex(i => new { i.State, i.UploadedAt });
        AsJson(builder.Property(i => i.Columns));
        builder.HasOne<ContactImportFile>().WithOne().HasForeignKey<ContactImportFile>(f => f.ImportId);
        builder.HasMany<ContactImportRow>().WithOne().HasForeignKey(r => r.ImportId);
    }

    public void Configure(EntityTypeBuilder<ContactImportFile> builder)
    {
        builder.HasKey(f => f.ImportId);
        builder.Property(f => f.ImportId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ContactImportRow> builder)
    {
        builder.HasIndex(r => new { r.ImportId, r.Kind });
        builder.Property(r => r.CountryCode).HasMaxLength(3);
        builder.Property(r => r.Office).HasMaxLength(250);
        AsJson(builder.Property(r => r.Values));
        AsJson(builder.Property(r => r.Findings));
        AsJson(builder.Property(r => r.Before));
        // An import that is undone takes its contacts away again.
        builder.HasOne(r => r.Contact).WithMany().HasForeignKey(r => r.ContactId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<RememberedColumns> builder)
    {
        builder.Property(r => r.Signature).HasMaxLength(64);
        builder.HasIndex(r => r.Signature).IsUnique();
        AsJson(builder.Property(r => r.Columns));
    }

    /// <summary>Read and written as a whole, never asked for by its parts. Another object is another value.</summary>
    private static void AsJson<T>(PropertyBuilder<T> property) => property.HasConversion(
        value => JsonSerializer.Serialize(value, Json),
        text => JsonSerializer.Deserialize<T>(text, Json)!,
        new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => RuntimeHelpers.GetHashCode(value), value => value));
}
