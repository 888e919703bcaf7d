using Microsoft.Playwright;

namespace LobbyKit.Browser.Tests;

/// <summary>Steps that several journeys take.</summary>
public static class Journey
{
    public static async Task ChooseCountryAsync(this SupporterWindow window, string typed)
    {
        await window.GoAsync("/");
        await window.Field("Your country").FillAsync(typed);
        await window.PressAsync("Continue");
    }

    public static async Task FillAsync(this SupporterWindow window, Supporter supporter, bool withEmail)
    {
        await window.Field("Your name").FillAsync(supporter.Name);
        if (withEmail)
        {
            await window.Field("Your e-mail address").FillAsync(supporter.Email);
        }

        await window.Field("Your town (you may leave it empty)").FillAsync(supporter.Place);
        await window.Field("Your own paragraph (you may leave it empty)").FillAsync(supporter.Paragraph);
        await window.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
    }

    /// <summary>Opens the newest e-mail to an address in the demo mailbox, once it is there.</summary>
    public static async Task OpenMailAsync(this SupporterWindow window, string to)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            await window.GoAsync("/en/mailbox");
            var mail = window.Page.Locator(".mails li", new PageLocatorOptions { HasText = to });
            if (await mail.CountAsync() > 0)
            {
                await mail.First.GetByRole(AriaRole.Link).First.ClickAsync();
                return;
            }
        }

        Assert.Fail($"No e-mail to {to} arrived.");
    }

    /// <summary>Reloads until the page's heading is the expected one.</summary>
    public static async Task WaitForHeadingAsync(this SupporterWindow window, string heading)
    {
        for (var tries = 0; tries < 100 && await window.HeadingAsync() != heading; tries++)
        {
            await window.Page.ReloadAsync();
        }

        Assert.Equal(heading, await window.HeadingAsync());
    }
}
