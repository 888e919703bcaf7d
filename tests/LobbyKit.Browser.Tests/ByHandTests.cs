using Microsoft.Playwright;

namespace LobbyKit.Browser.Tests;

/// <summary>Offices that take no e-mail: the supporter delivers the letter.</summary>
[Collection(OneBrowser.Name)]
public sealed class ByHandTests(Chromium chromium)
{
    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task France_takes_the_letter_through_its_web_form(int width)
    {
        await using var window = await chromium.OpenAsync(width);
        await window.ChooseCountryAsync("France");
        await window.AssertFineAsync();
        await window.FillAsync(Supporter.New(), withEmail: false);
        await window.PressAsync("Check my letter");
        await window.AssertFineAsync();
        var letter = await window.Page.Locator(".letter-body").First.InnerTextAsync();

        await window.PressAsync("Continue to the form");
        await window.AssertFineAsync();
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Copy" }).Nth(1).ClickAsync();
        Assert.Equal(letter.Trim(), (await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Trim());
        var form = window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Open the official form (in a new tab)" });
        Assert.Equal("https://www.info.gouv.fr/contact/premier-ministre", await form.GetAttributeAsync("href"));
        Assert.Equal("noopener noreferrer", await form.GetAttributeAsync("rel"));

        await window.PressAsync("I sent the form");
        Assert.Equal("Thank you for sending your letter", await window.HeadingAsync());
        await window.AssertFineAsync();
        await window.PressAsync("I pressed this by mistake");
        Assert.Equal("Now send your letter", await window.HeadingAsync());
    }

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task Saudi_Arabia_gets_a_letter_on_paper(int width)
    {
        await using var window = await chromium.OpenAsync(width);
        await window.ChooseCountryAsync("saudi arabia");
        await window.FillAsync(Supporter.New(), withEmail: false);
        await window.PressAsync("Check my letter");
        await window.AssertFineAsync();
        await window.PressAsync("Continue to print");
        await window.AssertFineAsync();
        await window.FollowAsync("Open the letter to print");
        await window.AssertFineAsync();

        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.False(await window.Page.Locator(".top").IsVisibleAsync());
        Assert.False(await window.Page.Locator("h1").IsVisibleAsync());
        Assert.True(await window.Page.GetByText("Kingdom of Saudi Arabia").IsVisibleAsync());
        Assert.Equal("rtl", await window.Page.Locator(".sheet").GetAttributeAsync("dir"));
        var paper = System.Text.Encoding.Latin1.GetString(await window.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));
        Assert.InRange(paper.Split("/Type /Page\n").Length - 1, 1, 2);
    }

    [SkippableTheory]
    [InlineData(375)]
    [InlineData(1280)]
    public async Task Nigeria_has_no_office_here_and_is_shown_the_nearest(int width)
    {
        await using var window = await chromium.OpenAsync(width);
        await window.ChooseCountryAsync("Nigeria");
        Assert.Equal("We have no address for the government of Nigeria yet", await window.HeadingAsync());
        await window.AssertFineAsync();

        await window.PressAsync("Send the suggestion");
        Assert.Equal(3, await window.Page.Locator(".summary li").CountAsync());
        await window.AssertFineAsync();
        await window.Field("The office").FillAsync("Office of the President");
        await window.Field("Its address").FillAsync("An address from an official page");
        await window.Field("Where did you see it?").FillAsync("https://government.example/contact");
        await window.PressAsync("Send the suggestion");
        await window.Page.GetByText("Thank you. The people who keep the list of offices will check it.").WaitForAsync();
        await window.AssertFineAsync();

        await window.FollowAsync("Chairperson of the African Union Commission");
        await window.FillAsync(Supporter.New(), withEmail: true);
        await window.PressAsync("Check my letter");
        Assert.Contains("Nigeria", await window.Page.Locator(".letter-body").First.InnerTextAsync(), StringComparison.Ordinal);
        await window.AssertFineAsync();
    }

    [SkippableFact]
    public async Task A_call_comes_with_a_number_and_a_script()
    {
        await using var window = await chromium.OpenAsync(375);
        await window.ChooseCountryAsync("Germany");
        await window.Field("By phone").CheckAsync();
        Assert.False(await window.Field("Your e-mail address").IsVisibleAsync());
        await window.FillAsync(Supporter.New(), withEmail: false);
        await window.PressAsync("Check my letter");
        await window.PressAsync("Continue to the phone number");

        await window.AssertFineAsync();
        Assert.Equal("tel:+4930184000", await window.Page.Locator("a[href^='tel:']").GetAttributeAsync("href"));
        await window.PressAsync("I called");
        Assert.Equal("Thank you for sending your letter", await window.HeadingAsync());
    }

    [SkippableFact]
    public async Task The_own_mailbox_opens_with_everything_filled_in()
    {
        await using var window = await chromium.OpenAsync(375);
        await window.ChooseCountryAsync("Germany");
        await window.Field("From my own mailbox").CheckAsync();
        await window.FillAsync(Supporter.New(), withEmail: false);
        await window.PressAsync("Check my letter");
        await window.PressAsync("Continue to my mail program");

        await window.AssertFineAsync();
        var link = await window.Page.Locator("a[href^='mailto:poststelle@bk.bund.de']").GetAttributeAsync("href");
        Assert.Contains("?subject=", link, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("Sehr geehrte Frau Bundeskanzlerin"), link, StringComparison.Ordinal);
    }
}
