using System.Globalization;
using System.Text;

namespace LobbyKit.Web.Audit;

/// <summary>Names and values of the model as they are read in the log, the same on every machine.</summary>
internal static class AuditWords
{
    /// <summary>SourceUrl → source url.</summary>
    public static string Label(string property)
    {
        var words = new StringBuilder();
        for (var i = 0; i < property.Length; i++)
        {
            if (i > 0 && char.IsUpper(property[i]) && (!char.IsUpper(property[i - 1]) || (i + 1 < property.Length && char.IsLower(property[i + 1]))))
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(property[i]));
        }

        return words.ToString();
    }

    /// <returns>Null for nothing: an empty text is none.</returns>
    public static string? Value(object? value) => value switch
    {
        null or "" => null,
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture),
        DateTimeOffset instant => Value(instant.UtcDateTime),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // Bytes are kept where they belong; the log says which they were.
        byte[] bytes => $"{bytes.Length} bytes, SHA-256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..16]}…",
        System.Collections.IEnumerable many => Value(string.Join("; ", many.Cast<object?>().Select(Value))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
