using Microsoft.Playwright;

namespace LobbyKit.Browser.Tests;

/// <summary>An office that takes e-mail.</summary>
[Collection(OneBrowser.Name)]
public sealed class GermanyTests(Chromium chromium)
{
    [SkippableTheory]
    [InlineData(375, false)]
    [InlineData(375, true)]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    public async Task A_letter_is_written_confirmed_and_delivered(int width, bool dark)
    {
        await using var window = await chromium.OpenAsync(width, dark: dark);
        var supporter = Supporter.New();

        await window.GoAsync("/");
        await window.AssertFineAsync();
        await window.ChooseCountryAsync("Deutschland");
        Assert.Equal("Write your letter", await window.HeadingAsync());
        await window.AssertFineAsync();

        await window.PressAsync("Check my letter");
        Assert.Equal(3, await window.Page.Locator(".summary li").CountAsync());
        await window.AssertFineAsync();

        await window.FillAsync(supporter, withEmail: true);
        await window.PressAsync("Check my letter");
        Assert.Equal("Check your letter", await window.HeadingAsync());
        var letter = await window.Page.Locator(".letter-body").First.InnerTextAsync();
        Assert.Contains(supporter.Paragraph, letter, StringComparison.Ordinal);
        await window.AssertFineAsync();

        await window.PressAsync("This is right: send me the link");
        Assert.Equal("One more step: look into your mailbox", await window.HeadingAsync());
        await window.AssertFineAsync();

        await window.OpenMailAsync(supporter.Email);
        await window.AssertFineAsync();
        await window.Page.Locator("a[href$='/confirm']").ClickAsync();
        Assert.Equal("Send your letter", await window.HeadingAsync());
        await window.AssertFineAsync();

        await window.PressAsync("Send my letter");
        await window.WaitForHeadingAsync("Your letter has been delivered");
        await window.AssertFineAsync();

        await window.GoAsync("/en/mailbox");
        await window.AssertFineAsync();
        await window.OpenMailAsync("poststelle@bk.bund.de");
        Assert.Equal(letter.Trim(), (await window.Page.Locator(".mail-text").InnerTextAsync()).Trim());
        await window.AssertFineAsync();
    }

    [SkippableFact]
    public async Task The_whole_way_works_without_JavaScript()
    {
        await using var window = await chromium.OpenAsync(375, javaScript: false);
        var supporter = Supporter.New();

        await window.ChooseCountryAsync("germany");
        await window.FillAsync(supporter, withEmail: true);
        await window.PressAsync("Check my letter");
        await window.PressAsync("Change the letter");
        Assert.Equal(supporter.Paragraph, await window.Field("Your own paragraph (you may leave it empty)").InputValueAsync());
        await window.PressAsync("Check my letter");
        await window.PressAsync("This is right: send me the link");
        await window.OpenMailAsync(supporter.Email);
        await window.Page.Locator("a[href$='/confirm']").ClickAsync();
        await window.PressAsync("Send my letter");

        await window.WaitForHeadingAsync("Your letter has been delivered");
        window.AssertQuiet();
    }

    [SkippableFact]
    public async Task In_Arabic_the_page_runs_from_right_to_left_and_the_letter_stays_German()
    {
        await using var window = await chromium.OpenAsync(375, locale: "ar");
        await window.GoAsync("/");
        Assert.Equal("rtl", await window.Page.Locator("html").GetAttributeAsync("dir"));
        await window.AssertFineAsync();

        await window.Page.Locator("#q").FillAsync("ألمانيا");
        await window.Page.Locator("#q").PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/ar/campaigns/keep-hope-alive/write/DE");
        await window.Page.Locator("#Form_Name").FillAsync("أمينة ديالو");
        await window.Page.Locator("#Form_Email").FillAsync(Supporter.New().Email);
        await window.Page.Locator("#Form_Consent").CheckAsync();
        await window.AssertFineAsync();
        await window.Page.Locator("#letter-form button.primary").ClickAsync();
        var letters = window.Page.Locator(".letter");
        await Assertions.Expect(letters.Nth(0)).ToHaveAttributeAsync("lang", "de");
        await Assertions.Expect(letters.Nth(0)).ToHaveAttributeAsync("dir", "ltr");
        await Assertions.Expect(letters.Nth(1)).ToHaveAttributeAsync("lang", "ar");
        await Assertions.Expect(letters.Nth(1)).ToHaveAttributeAsync("dir", "rtl");
        await window.AssertFineAsync();

        await window.Page.Locator("#letter-form button.primary").ClickAsync();
        Assert.Contains("/ar/letters/", window.Page.Url, StringComparison.Ordinal);
        await window.AssertFineAsync();
    }
}
