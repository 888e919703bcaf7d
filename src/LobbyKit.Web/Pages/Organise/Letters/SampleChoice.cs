using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>Where a sample supporter comes from, as long as nobody has said.</summary>
public static class SampleChoice
{
    // The country that people think of first; elsewhere the language's tag usually is the country's code (fr, it, tr).
    private static readonly Dictionary<string, string> Home = new()
    {
        ["ar"] = "SA",
        ["en"] = "GB",
        ["hi"] = "IN",
        ["ja"] = "JP",
        ["ko"] = "KR",
        ["pt"] = "BR",
        ["uk"] = "UA",
        ["zh"] = "CN",
    };

    /// <summary>The letter's country, else one where its language is spoken, else the host's.</summary>
    public static string Country(Campaign campaign, LetterTemplate letter)
    {
        var parts = letter.Language.Split('-');
        string[] wanted = [letter.CountryCode, parts[^1], Home.GetValueOrDefault(parts[0], ""), parts[0].ToUpperInvariant(), campaign.HostCountryCode];
        return wanted.FirstOrDefault(code => code.Length == 2 && Countries.All.Contains(code)) ?? "GB";
    }
}
