using System.Security.Cryptography;
using System.Text;

namespace LobbyKit.Web.Contacts.Importing;

/// <summary>Which of a file's columns is what.</summary>
/// <param name="Headings">By our name of the column, the file's heading of it. What is not in it, the file does not say.</param>
/// <param name="Fixed">By our name of the column, what holds for every row that says nothing.</param>
public sealed record ColumnMapping(IReadOnlyDictionary<string, string> Headings, IReadOnlyDictionary<string, string> Fixed)
{
    public static ColumnMapping None { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>The same for every file with these headings, whatever their order, capitals and accents.</summary>
    public static string Signature(IEnumerable<string> headings) => Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', headings.Select(FoldedText.Of).Order(StringComparer.Ordinal)))));

    /// <summary>What stops a file from being read this way, by our name of the column.</summary>
    public IReadOnlyDictionary<string, string> Problems(IReadOnlyList<string> headings)
    {
        var problems = new Dictionary<string, string>();
        foreach (var (name, heading) in Headings.Where(h => !headings.Contains(h.Value)))
        {
            problems[name] = $"The file has no column “{heading}”.";
        }

        foreach (var twice in Headings.GroupBy(h => h.Value).Where(g => g.Count() > 1))
        {
            problems[twice.Last().Key] = $"“{twice.Key}” is chosen for {string.Join(" and ", twice.Select(h => h.Key))}. A column can be one of them.";
        }

        if (!Headings.ContainsKey("office"))
        {
            problems["office"] = "Say which column has the office: a row is known by its country, role and office.";
        }

        if (!Headings.ContainsKey("country_code") && !Headings.ContainsKey("country") && !Fixed.ContainsKey("country_code"))
        {
            problems["country_code"] = "Say which column has the country, as a code or by its name, or choose one country for all rows.";
        }

        if (!Headings.ContainsKey("role") && !Fixed.ContainsKey("role"))
        {
            problems["role"] = "Say which column has the role, or choose one for all rows.";
        }

        return problems;
    }

    public bool Equals(ColumnMapping? other) => other is not null && Same(Headings, other.Headings) && Same(Fixed, other.Fixed);

    public override int GetHashCode() => HashCode.Combine(Headings.Count, Fixed.Count);

    private static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(pair => b.TryGetValue(pair.Key, out var value) && value == pair.Value);
}
