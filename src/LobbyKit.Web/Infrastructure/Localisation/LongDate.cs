using System.Globalization;

namespace LobbyKit.Web.Infrastructure.Localisation;

public static class LongDate
{
    /// <summary>A language's long date without the day of the week: 14 December 2026, 14. Dezember 2026, 2026年12月14日.</summary>
    public static string Pattern(CultureInfo culture) =>
        culture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،', '、');
}
