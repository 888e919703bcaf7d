using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LobbyKit.Browser.Tests;

/// <summary>A browser window that notices what no page of ours may do: ask somebody else, complain, shift about, be too wide.</summary>
public sealed class SupporterWindow : IAsyncDisposable
{
    private static readonly AxeRunOptions Axe = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private readonly List<string> faults = [];

    private SupporterWindow(IPage page, string address)
    {
        Page = page;
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal))
            {
                faults.Add($"asked {request.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                faults.Add($"{message.Type} in the console: {message.Text}");
            }
        };
        page.PageError += (_, error) => faults.Add($"script error: {error}");
    }

    public IPage Page { get; }

    public static async Task<SupporterWindow> InAsync(IBrowserContext context, string address)
    {
        await context.AddInitScriptAsync(
            """
            window.shifted = 0;
            new PerformanceObserver(list => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });
            """);
        return new SupporterWindow(await context.NewPageAsync(), address);
    }

    public Task GoAsync(string path) => Page.GotoAsync(path);

    public ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link }).First.ClickAsync();

    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    /// <summary>Looks at the page as it stands: axe, width, shifts, and everything noticed so far.</summary>
    public async Task AssertFineAsync()
    {
        var result = await Page.RunAxe(Axe);
        Assert.True(
            result.Violations.Length == 0,
            $"{Page.Url}: " + string.Join("; ", result.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Select(n => n.Target))}")));
        await AssertFitsAsync();
        var shifted = await Page.EvaluateAsync<double>("window.shifted");
        Assert.True(shifted == 0, $"{Page.Url} shifts by {shifted}.");
        AssertQuiet();
    }

    /// <summary>No part of the page is wider than the window.</summary>
    public async Task AssertFitsAsync()
    {
        var (wide, window) = (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Page.ViewportSize!.Width);
        Assert.True(wide <= window, $"{Page.Url} is {wide} pixels wide in a window of {window}.");
    }

    public void AssertQuiet() => Assert.Empty(faults);

    /// <summary>Saves a picture where <c>LOBBYKIT_SCREENSHOTS</c> names a folder: those of the README are made so.</summary>
    public async Task PhotographAsync(string name, bool fullPage = false)
    {
        if (Environment.GetEnvironmentVariable("LOBBYKIT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.EvaluateAsync("window.scrollTo(0, 0)");
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{Page.ViewportSize!.Width}.png"), FullPage = fullPage });
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
