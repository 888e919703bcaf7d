using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>One browser and one application for all tests. Every visit is somebody new: own cookies, own cache.</summary>
public class BrowserRun : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;
    private string whyNot = "";

    public BrowserRun()
        : this([])
    {
    }

    /// <param name="settings">The application's.</param>
    protected BrowserRun(Dictionary<string, string?> settings) => Application = new TestApplication(settings);

    public TestApplication Application { get; }

    public virtual async Task InitializeAsync()
    {
        // Other tests use the machine at the same time: only what never comes is missing.
        Assertions.SetDefaultExpectTimeout(Visitor.Patience);
        try
        {
            playwright = await Playwright.CreateAsync();
            browser = await ChromiumFinder.StartAsync(playwright);
        }
        catch (PlaywrightException missing)
        {
            whyNot = $"There is no browser: {missing.Message.Split('\n')[0]}. Set CHROMIUM_PATH to one.";
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await Application.DisposeAsync();
    }

    /// <summary>Goes through what a visitor does; afterwards nothing may have happened that no visit may bring.</summary>
    internal async Task VisitAsync(VisitOptions options, Func<Visitor, Task> visit)
    {
        Skip.If(browser is null, whyNot);
        await using var visitor = await Visitor.ComeAsync(browser!, Application.Address.Replace("127.0.0.1", options.Host, StringComparison.Ordinal), options);
        await visit(visitor);
        visitor.AssertNothingAmiss();
    }

    internal Task VisitAsync(int width, Func<Visitor, Task> visit) => VisitAsync(new VisitOptions { Width = width }, visit);

    internal Task VisitAsync(Func<Visitor, Task> visit) => VisitAsync(new VisitOptions(), visit);
}
