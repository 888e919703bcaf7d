namespace LobbyKit.Web.Contacts;

/// <summary>
/// Which institution speaks for a country at the G20 when its own government cannot be written to. Members as of 2026:
/// the European Union's 27 and the African Union's 55, by their own lists.
/// </summary>
public static class Institutions
{
    public const string EuropeanUnion = "EU";
    public const string AfricanUnion = "XAU";

    private static readonly HashSet<string> EuropeanUnionMembers = Codes(
        "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK");

    private static readonly HashSet<string> AfricanUnionMembers = Codes(
        "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD "
        + "SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW");

    /// <returns>The institution's code, or null where the country belongs to neither.</returns>
    public static string? Of(string countryCode) =>
        EuropeanUnionMembers.Contains(countryCode) ? EuropeanUnion
        : AfricanUnionMembers.Contains(countryCode) ? AfricanUnion
        : null;

    private static HashSet<string> Codes(string list) => [.. list.Split(' ')];
}
