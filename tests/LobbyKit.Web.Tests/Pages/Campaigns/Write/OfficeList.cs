using System.Globalization;
using CsvHelper;
using LobbyKit.Web.Contacts.Seeding;

namespace LobbyKit.Web.Tests.Pages.Campaigns.Write;

/// <summary>The rows of the seeded list, read from the file and not through the application.</summary>
internal static class OfficeList
{
    public static readonly string File = Path.Combine(AppContext.BaseDirectory, "data", "g20-leaders.csv");

    // The sample campaign's own order, told here again so that a change of it is noticed.
    private static readonly string[] Roles = ["head_of_government", "head_of_state", "institution_head", "foreign_minister"];

    public static IReadOnlyList<ContactRow> All { get; } = Read();

    public static IReadOnlyList<string> CountryCodes { get; } = [.. All.Select(r => r.CountryCode).Distinct()];

    /// <summary>A country's offices, the one to write to first at the top.</summary>
    public static List<ContactRow> Of(string countryCode) =>
        [.. All.Where(r => r.CountryCode == countryCode).OrderBy(r => Array.IndexOf(Roles, r.Role))];

    private static List<ContactRow> Read()
    {
        using var reader = new StreamReader(File);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<ContactRow>()];
    }
}
