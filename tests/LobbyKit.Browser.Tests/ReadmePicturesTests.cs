using Microsoft.Playwright;

namespace LobbyKit.Browser.Tests;

/// <summary>
/// The pages of the README, as a supporter comes past them. Pictures are taken only when asked for:
/// <c>LOBBYKIT_SCREENSHOTS=$PWD/docs/screenshots scripts/test --filter FullyQualifiedName~README</c>.
/// </summary>
[Collection(OneBrowser.Name)]
public sealed class ReadmePicturesTests(Chromium chromium)
{
    private static readonly Supporter Amina = new(
        "Amina Diallo",
        "amina.diallo@example.org",
        "Köln",
        "Meine Schwester arbeitet für eine Organisation, die Gefangene und ihre Familien begleitet. Ich weiß von ihr, was ein Wort von außen bewirkt.");

    [SkippableFact]
    public async Task The_README_shows_the_journey_by_email()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync("/en/");
        await window.PhotographAsync("appeal");
        await window.ChooseCountryAsync("Germany");
        await window.FillAsync(Amina, withEmail: true);
        await Assertions.Expect(window.Page.Locator("#preview")).ToContainTextAsync("Meine Schwester");
        await window.PhotographAsync("write");
        await window.PressAsync("Check my letter");
        await window.PhotographAsync("check");
        await window.PressAsync("This is right: send me the link");
        await window.Page.SetViewportSizeAsync(375, 812);
        await window.OpenMailAsync(Amina.Email);
        await window.Page.Locator("a[href$='/confirm']").ClickAsync();
        await window.PhotographAsync("confirm");
        await window.PressAsync("Send my letter");
        await window.WaitForHeadingAsync("Your letter has been delivered");
        await window.PhotographAsync("receipt");
        window.AssertQuiet();
    }

    [SkippableFact]
    public async Task The_README_shows_the_other_ways()
    {
        await using var window = await chromium.OpenAsync(375);
        await window.ChooseCountryAsync("France");
        await window.FillAsync(Amina, withEmail: false);
        await window.PressAsync("Check my letter");
        await window.PressAsync("Continue to the form");
        await window.PhotographAsync("web-form");
        await window.ChooseCountryAsync("Saudi Arabia");
        await window.FillAsync(Amina, withEmail: false);
        await window.Field("English").CheckAsync();
        await window.PressAsync("Check my letter");
        await window.PressAsync("Continue to print");
        await window.FollowAsync("Open the letter to print");
        await window.PhotographAsync("print");
        await window.ChooseCountryAsync("Nigeria");
        await window.PhotographAsync("no-office");
        window.AssertQuiet();
    }

    [SkippableFact]
    public async Task The_README_shows_Arabic()
    {
        await using var window = await chromium.OpenAsync(locale: "ar");
        await window.GoAsync("/ar/campaigns/keep-hope-alive/write/SA");
        await window.PhotographAsync("write-ar");
        window.AssertQuiet();
    }
}
