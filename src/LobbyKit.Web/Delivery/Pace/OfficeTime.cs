using NodaTime.TimeZones;

namespace LobbyKit.Web.Delivery.Pace;

/// <summary>The time zone in which a country's government works.</summary>
public static class OfficeTime
{
    /// <summary>Where the first zone that the time zone database lists for a country is not its capital's, and for what is no country.</summary>
    private static readonly Dictionary<string, string> Capitals = new()
    {
        ["AU"] = "Australia/Sydney",
        ["BR"] = "America/Sao_Paulo",
        ["CA"] = "America/Toronto",
        ["FM"] = "Pacific/Pohnpei",
        ["PS"] = "Asia/Hebron",
        ["RU"] = "Europe/Moscow",
        ["UA"] = "Europe/Kyiv",
        ["UZ"] = "Asia/Tashkent",
        ["XK"] = "Europe/Belgrade",
        ["EU"] = "Europe/Brussels",
        ["XAU"] = "Africa/Addis_Ababa",
    };

    private static readonly Dictionary<string, TimeZoneInfo> Zones = Read();

    /// <param name="countryCode">ISO 3166-1 alpha-2, or EU, or XAU.</param>
    /// <returns>UTC where the country is not known.</returns>
    public static TimeZoneInfo Of(string countryCode) => Zones.GetValueOrDefault(countryCode, TimeZoneInfo.Utc);

    private static Dictionary<string, TimeZoneInfo> Read()
    {
        var zones = new Dictionary<string, TimeZoneInfo>();
        foreach (var place in TzdbDateTimeZoneSource.Default.ZoneLocations!)
        {
            // This machine's own database may lack a zone that was renamed; then the country's next one has to do.
            if (!zones.ContainsKey(place.CountryCode) && TimeZoneInfo.TryFindSystemTimeZoneById(place.ZoneId, out var zone))
            {
                zones.Add(place.CountryCode, zone);
            }
        }

        foreach (var (code, id) in Capitals)
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            {
                zones[code] = zone;
            }
        }

        return zones;
    }
}
