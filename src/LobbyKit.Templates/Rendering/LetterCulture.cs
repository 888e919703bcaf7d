using System.Collections.Concurrent;
using System.Globalization;

namespace LobbyKit.Templates.Rendering;

/// <summary>One language's dates and letter case, from the platform's culture data. Always in the Gregorian calendar.</summary>
internal sealed class LetterCulture
{
    private static readonly ConcurrentDictionary<string, LetterCulture> Cache = new(StringComparer.Ordinal);

    private readonly CultureInfo _culture;
    private readonly string _longPattern;

    private LetterCulture(CultureInfo platform)
    {
        var culture = (CultureInfo)platform.Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        if (culture.Name == "en-GB")
        {
            // Editions of the platform's data differ in a comma after the weekday; letters should not.
            culture.DateTimeFormat.LongDatePattern = "dddd d MMMM yyyy";
        }

        _culture = CultureInfo.ReadOnly(culture);
        _longPattern = WithoutWeekday(_culture.DateTimeFormat.LongDatePattern);
    }

    /// <summary>The culture of a letter. English without a region is British: this is where days come before months.</summary>
    public static LetterCulture For(CultureInfo language)
    {
        string name = language.Name == "en" ? "en-GB" : language.Name;
        return Cache.GetOrAdd(name, static known => new LetterCulture(CultureInfo.GetCultureInfo(known)));
    }

    public TextInfo TextInfo => _culture.TextInfo;

    public CultureInfo Culture => _culture;

    public string Long(DateOnly date) => date.ToString(_longPattern, _culture);

    public string Full(DateOnly date) => date.ToString(_culture.DateTimeFormat.LongDatePattern, _culture);

    public string DayAndMonth(DateOnly date) => date.ToString(_culture.DateTimeFormat.MonthDayPattern, _culture);

    /// <summary>
    /// A long date pattern less its day of the week and what joins it to the rest: <c>dddd, d MMMM yyyy</c> gives
    /// <c>d MMMM yyyy</c>, <c>yyyy年M月d日dddd</c> gives <c>yyyy年M月d日</c>.
    /// </summary>
    internal static string WithoutWeekday(string pattern)
    {
        int weekday = pattern.IndexOf("dddd", StringComparison.Ordinal);
        if (weekday < 0)
        {
            return pattern;
        }

        string before = pattern[..weekday];
        string after = pattern[(weekday + 4)..];
        int next = after.AsSpan().IndexOfAny("dMy'");
        bool hasDateAfter = after.AsSpan().IndexOfAny("dMy") >= 0;
        string trimmed = before.TrimEnd(' ', ',', '\u060C', '\u104A');
        if (!hasDateAfter)
        {
            return trimmed;
        }

        return weekday == 0 ? after[next..] : trimmed + after;
    }
}
