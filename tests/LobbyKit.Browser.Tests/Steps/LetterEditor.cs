using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Browser.Tests.Steps;

/// <summary>The letter editor of the sample campaign.</summary>
internal sealed class LetterEditor(Visitor visitor)
{
    public ILocator Subject => visitor.Page.GetByLabel("Subject", new() { Exact = true });

    public ILocator Body => visitor.Page.GetByLabel("Letter", new() { Exact = true });

    public ILocator Preview => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "The letter", Exact = true });

    public ILocator Problems => visitor.Page.Locator("#problems");

    /// <summary>What the editor says of itself: text brought back, a lost session, a silent server.</summary>
    public ILocator Notice => visitor.Page.Locator("#kept");

    public async Task OpenAsync(TestApplication application, string language)
    {
        var (campaign, letter) = (await Workspace.SampleAsync(application), await Workspace.LetterAsync(application, language));
        await visitor.GoAsync($"{visitor.Address}/en/organise/campaigns/{campaign}/letters/{letter}");
    }

    /// <summary>Types at the end of the letter, as a person does.</summary>
    public async Task TypeAtEndAsync(string text)
    {
        await Body.FocusAsync();
        await visitor.PressAsync("Control+End");
        await visitor.TypeAsync(text);
    }
}
