using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LobbyKit.Web.Audit;

/// <summary>What one save changed of one subject. Written with the change, in its transaction, and never changed after.</summary>
public sealed class AuditEntry
{
    public const string Installation = "The installation";

    public const int NameLength = 300;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        // Text in its own script: the log is searched as it stands.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public long Id { get; init; }

    /// <summary>Random, so that of two equal changes neither entry can pass for the other.</summary>
    public Guid Nonce { get; init; }

    public DateTime At { get; init; }

    /// <summary>Null for the installation itself, and for who is not signed in. No foreign key: the account may go, this stays.</summary>
    public int? AccountId { get; init; }

    /// <summary>The name at that time.</summary>
    public required string ActorName { get; init; }

    /// <summary>The IP address of an account's holder. Empty for the installation, and always for supporters.</summary>
    public string Address { get; init; } = "";

    public AuditAction Action { get; init; }

    public AuditKind Kind { get; init; }

    /// <summary>The subject's id, as text.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The subject's name at that time.</summary>
    public required string SubjectName { get; init; }

    /// <summary><see cref="Changes"/> as it is stored and signed.</summary>
    public required string ChangesJson { get; init; }

    /// <summary>Made with the installation's secret: shows an entry that was changed, or put in by somebody with the database only.</summary>
    public required string Mac { get; init; }

    public IReadOnlyList<AuditChange> Changes => JsonSerializer.Deserialize<List<AuditChange>>(ChangesJson, Json) ?? [];

    /// <summary>The import of contacts that it was made by, or that it is about; null where it has to do with none.</summary>
    public long? ImportId => Kind == AuditKind.Import ? long.Parse(SubjectId, CultureInfo.InvariantCulture) : Changes.FirstOrDefault(c => c.ImportId is not null)?.ImportId;

    internal static string ToJson(IReadOnlyList<AuditChange> changes) => JsonSerializer.Serialize(changes, Json);

    /// <summary>A text as it stands within <see cref="ChangesJson"/>.</summary>
    internal static string InJson(string text) => JsonSerializer.Serialize(text, Json)[1..^1];
}
