using System.Globalization;

namespace LobbyKit.Web.Pages.Letters;

public static class LetterDates
{
    /// <summary>The language's long date without the day of the week, as letters have it.</summary>
    public static string Long(CultureInfo culture) =>
        culture.DateTimeFormat.LongDatePattern.Replace("dddd", "", StringComparison.Ordinal).Trim(' ', ',', '،', '、');
}
