namespace LobbyKit.Browser.Tests.Steps;

/// <summary>The campaign's front page, and the question for the country.</summary>
internal sealed class AppealStep(Visitor visitor)
{
    public ILocator Country => visitor.Page.GetByLabel(visitor.Texts["Country.Label"], new() { Exact = true });

    public Task OpenAsync() => visitor.GoAsync($"{visitor.Address}/{visitor.Options.Language}/");

    public async Task ChooseAsync(string country)
    {
        await Country.FillAsync(country);
        await visitor.Button(visitor.Texts["Country.Go"]).ClickAsync();
    }
}
