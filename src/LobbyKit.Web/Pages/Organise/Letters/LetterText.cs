using System.Globalization;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>How letters are called on the organisers' pages.</summary>
public static class LetterText
{
    /// <summary>"German letter", "German letter for Austria".</summary>
    public static string Name(LetterTemplate letter) =>
        $"{SpokenLanguage.Name(letter.Language)} letter{(letter.CountryCode.Length > 0 ? $" for {CountryNames.Of(letter.CountryCode, "en")}" : "")}";

    /// <summary>"22 Nov 2026, 05:15 UTC".</summary>
    public static string Time(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {many}");

    public static string Author(string createdBy) => createdBy == "seed" ? "the installation" : createdBy;

    public static string Direction(string language) => SpokenLanguage.IsRightToLeft(language) ? "rtl" : "ltr";
}
