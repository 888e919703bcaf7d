using LobbyKit.Web.Data;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace LobbyKit.Browser.Tests;

/// <summary>What was typed survives, and a letter stays one letter.</summary>
[Collection(OneBrowser.Name)]
public sealed class WritingTests(Chromium chromium)
{
    private const string Germany = "/en/campaigns/keep-hope-alive/write/DE";

    [SkippableFact]
    public async Task The_preview_shows_what_is_typed_as_text()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync(Germany);
        var supporter = Supporter.New();

        await window.Field("Your name").FillAsync(supporter.Name);
        await window.Field("Your own paragraph (you may leave it empty)").FillAsync(supporter.Paragraph);

        await Assertions.Expect(window.Page.Locator("#preview > .letter")).ToContainTextAsync(supporter.Name);
        await Assertions.Expect(window.Page.Locator("#preview > .letter")).ToContainTextAsync(supporter.Paragraph);
        Assert.Equal(0, await window.Page.Locator("#preview b").CountAsync());
        await window.Page.GetByText($"Characters left: {3000 - supporter.Paragraph.Length:N0}").WaitForAsync();
        await window.Field("English").CheckAsync();
        await Assertions.Expect(window.Page.Locator("#preview > .letter")).ToHaveAttributeAsync("lang", "en");
        await window.AssertFineAsync();
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_back_button_keeps_what_was_typed(bool javaScript)
    {
        await using var window = await chromium.OpenAsync(javaScript: javaScript);
        await window.GoAsync(Germany);
        var supporter = Supporter.New();
        await window.FillAsync(supporter, withEmail: true);
        await window.PressAsync("Check my letter");

        await window.Page.GoBackAsync();

        Assert.Equal(supporter.Name, await window.Field("Your name").InputValueAsync());
        Assert.Equal(supporter.Paragraph, await window.Field("Your own paragraph (you may leave it empty)").InputValueAsync());
        Assert.True(await window.Page.GetByRole(AriaRole.Checkbox).IsCheckedAsync());
    }

    [SkippableFact]
    public async Task Another_page_language_keeps_what_was_typed()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync(Germany);
        var supporter = Supporter.New();
        await window.FillAsync(supporter, withEmail: true);

        await window.PressAsync("Français");

        Assert.Contains("/fr/campaigns/", window.Page.Url, StringComparison.Ordinal);
        Assert.Equal("fr", await window.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(supporter.Name, await window.Page.Locator("#Form_Name").InputValueAsync());
        Assert.Equal(supporter.Paragraph, await window.Page.Locator("#Form_PersonalMessage").InputValueAsync());
        await window.AssertFineAsync();
    }

    [SkippableFact]
    public async Task A_double_click_and_a_reload_make_one_letter()
    {
        await using var window = await chromium.OpenAsync();
        await window.GoAsync(Germany);
        var supporter = Supporter.New();
        await window.FillAsync(supporter, withEmail: true);
        await window.PressAsync("Check my letter");
        var before = await CountAsync();

        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "This is right: send me the link" }).DblClickAsync();
        await window.Page.WaitForURLAsync("**/letters/**");
        await window.Page.ReloadAsync();
        await window.Page.GoBackAsync();
        await window.PressAsync("This is right: send me the link");
        await window.Page.WaitForURLAsync("**/letters/**");

        Assert.Equal(before + 1, await CountAsync());
    }

    [SkippableFact]
    public async Task The_whole_way_can_be_gone_by_keyboard()
    {
        await using var window = await chromium.OpenAsync();
        var supporter = Supporter.New();
        var keyboard = window.Page.Keyboard;
        await window.GoAsync("/");

        await keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await FocusedTextAsync(window));
        await keyboard.PressAsync("Enter");
        await TabToAsync(window, "#q");
        await keyboard.TypeAsync("Germany");
        await keyboard.PressAsync("Enter");
        await window.Page.WaitForURLAsync("**/write/DE");
        await TabToAsync(window, "#letter-form .primary");
        await keyboard.PressAsync("Enter");
        await window.Page.Locator(".summary").WaitForAsync();
        Assert.True(await window.Page.EvaluateAsync<bool>("document.activeElement.classList.contains('summary')"), "The summary of mistakes is not focused.");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Enter");
        Assert.Equal("Form_Name", await window.Page.EvaluateAsync<string>("document.activeElement.id"));
        await keyboard.TypeAsync(supporter.Name);
        await TabToAsync(window, "#Form_Email");
        await keyboard.TypeAsync(supporter.Email);
        await TabToAsync(window, "#Form_Consent");
        await keyboard.PressAsync("Space");
        await TabToAsync(window, "#letter-form .primary");
        await keyboard.PressAsync("Enter");
        await window.Page.GetByText("Check your letter").First.WaitForAsync();
        await TabToAsync(window, "#letter-form .primary");
        await keyboard.PressAsync("Enter");

        await window.Page.WaitForURLAsync("**/letters/**");
        Assert.Equal("One more step: look into your mailbox", await window.HeadingAsync());
    }

    /// <summary>Presses Tab until the element has the focus; on the way every stop must show that it has it.</summary>
    private static async Task TabToAsync(SupporterWindow window, string selector)
    {
        for (var stops = 0; stops < 60; stops++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            Assert.True(
                await window.Page.EvaluateAsync<bool>("document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle !== 'none'"),
                $"Nobody sees that {await FocusedTextAsync(window)} has the focus.");
            if (await window.Page.EvaluateAsync<bool>("s => document.activeElement.matches(s)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{selector} cannot be reached by keyboard.");
    }

    private static Task<string> FocusedTextAsync(SupporterWindow window) =>
        window.Page.EvaluateAsync<string>("document.activeElement.innerText || document.activeElement.id");

    private Task<int> CountAsync() => chromium.Application.WithDatabaseAsync((LobbyKitDbContext db) => db.Set<Letter>().CountAsync());
}
