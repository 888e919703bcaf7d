using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Letters;

/// <summary>Countries by languages.</summary>
/// <param name="Rows">Countries and institutions with an office.</param>
/// <param name="Languages">The columns: BCP 47 tags of the letters that are published.</param>
/// <param name="Without">Countries without an office, by what their supporters are offered instead; nothing at all where that is null.</param>
public sealed record CoverageTable(
    IReadOnlyList<CoverageRow> Rows,
    IReadOnlyList<string> Languages,
    IReadOnlyList<(Contact? Instead, IReadOnlyList<string> CountryCodes)> Without);
