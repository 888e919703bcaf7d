namespace LobbyKit.Browser.Tests.Steps;

/// <summary>The letter as it will be sent.</summary>
internal sealed class CheckStep(Visitor visitor)
{
    /// <summary>The letter itself; the second one, where there is one, is for its writer to read.</summary>
    public ILocator Letter => visitor.Page.GetByRole(AriaRole.Main).Locator(".letter").First;

    public ILocator ChangeButton => visitor.Button(visitor.Texts["Check.Edit"]);

    public ILocator SendButton(string route) => visitor.Button(visitor.Texts[$"Check.Send.{route}"]);

    public async Task SendAsync(string route)
    {
        await SendButton(route).ClickAsync();
        await Expect(visitor.Heading(visitor.Texts["Receipt.About"])).ToBeVisibleAsync();
    }
}
