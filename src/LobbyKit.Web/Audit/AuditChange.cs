using System.Globalization;

namespace LobbyKit.Web.Audit;

/// <param name="Field">In words, as admins read it.</param>
/// <param name="Before">Null for nothing.</param>
/// <param name="After">Null for nothing.</param>
/// <param name="IsSecret">Of a secret the log says that it changed, and never from what to what.</param>
public sealed record AuditChange(string Field, string? Before, string? After, bool IsSecret = false)
{
    private const string Import = "import";

    /// <summary>The import of contacts that it was changed by; null where this tells of something else.</summary>
    public long? ImportId => Field == Import && long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static AuditChange ByImport(long id) => new(Import, null, id.ToString(CultureInfo.InvariantCulture));
}
