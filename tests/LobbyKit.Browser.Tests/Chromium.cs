using LobbyKit.Web.Tests.Application;
using Microsoft.Playwright;

namespace LobbyKit.Browser.Tests;

/// <summary>
/// One browser and one application for all tests. Which browser: <c>CHROMIUM_PATH</c>, which <c>scripts/test</c> sets, or a Chromium on the
/// path, or the one that Playwright has installed. Where there is none the tests are skipped and say so.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? playwright;
    private IBrowser? browser;
    private string missing = "";

    public TestApplication Application { get; } = new();

    public async Task InitializeAsync()
    {
        try
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? OnPath(),
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            });
        }
        catch (PlaywrightException problem)
        {
            missing = $"No Chromium can be started: {problem.Message.Split('\n')[0]}";
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        await Application.DisposeAsync();
    }

    /// <summary>A new window with nothing remembered.</summary>
    public async Task<SupporterWindow> OpenAsync(int width = 1280, string locale = "en", bool javaScript = true, bool dark = false)
    {
        Skip.If(browser is null, missing);
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Application.Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 812 : 800 },
            Locale = locale,
            JavaScriptEnabled = javaScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        return await SupporterWindow.InAsync(context, Application.Address);
    }

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(_ => Names, (folder, name) => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
