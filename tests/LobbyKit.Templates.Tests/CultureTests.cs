using System.Globalization;
using LobbyKit.Templates.Rendering;

namespace LobbyKit.Templates.Tests;

public class CultureTests
{
    [Fact]
    public void Every_language_writes_the_Gregorian_day_and_year_and_no_weekday()
    {
        foreach (CultureInfo language in CultureInfo.GetCultures(CultureTypes.AllCultures))
        {
            LetterCulture culture = LetterCulture.For(language);
            string date = culture.Long(new DateOnly(2026, 12, 14));

            Assert.Contains("2026", date, StringComparison.Ordinal);
            Assert.Contains("14", date, StringComparison.Ordinal);
            Assert.DoesNotContain(culture.Culture.DateTimeFormat.GetDayName(DayOfWeek.Monday), date, StringComparison.Ordinal);
            Assert.Equal(date.Trim(), date);
            Assert.Contains("14", culture.DayAndMonth(new DateOnly(2026, 12, 14)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("dddd, d MMMM yyyy", "d MMMM yyyy")]
    [InlineData("dddd d MMMM yyyy", "d MMMM yyyy")]
    [InlineData("dddd، d MMMM yyyy", "d MMMM yyyy")]
    [InlineData("yyyy年M月d日dddd", "yyyy年M月d日")]
    [InlineData("yyyy年M月d日 dddd", "yyyy年M月d日")]
    [InlineData("d MMMM yyyy dddd", "d MMMM yyyy")]
    [InlineData("yyyy. MMMM d., dddd", "yyyy. MMMM d.")]
    [InlineData("dddd 'den' d. MMMM yyyy", "'den' d. MMMM yyyy")]
    [InlineData("ddddที่ d MMMM g yyyy", "d MMMM g yyyy")]
    [InlineData("yyyy 'оны' MMMM'ын' d, dddd 'гараг'", "yyyy 'оны' MMMM'ын' d")]
    [InlineData("dd MMMM yyyy", "dd MMMM yyyy")]
    public void The_weekday_goes_with_what_joins_it(string pattern, string expected)
        => Assert.Equal(expected, LetterCulture.WithoutWeekday(pattern));

    [Fact]
    public void The_machine_s_own_language_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string machine in new[] { "tr-TR", "ar-SA", "th-TH", "" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(machine);
                Assert.Equal("ILINCA Ilinca 22 14 December 2026", Engines.Render("{{ \"ilinca\" | string.upcase }} {{ \"ilinca\" | string.capitalize }} {{ event.days_left }} {{ event.starts }}", Examples.Model));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
