namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>
/// Starts the Chromium that scripts/test-setup found (CHROMIUM_PATH), else one on the PATH, else the one that Playwright keeps for
/// itself and fetches where it may.
/// </summary>
internal static class ChromiumFinder
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    // Nothing but the application is to be reached, not even by the browser's own wishes.
    private static readonly string[] Arguments =
    [
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    /// <exception cref="PlaywrightException">No browser could be started, or fetched.</exception>
    public static async Task<IBrowser> StartAsync(IPlaywright playwright)
    {
        var path = Find();
        if (path is null
            && !File.Exists(playwright.Chromium.ExecutablePath)
            && Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
        {
            throw new PlaywrightException("no Chromium was found, and Playwright could not fetch one");
        }

        var isRoot = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = isRoot ? [.. Arguments, "--no-sandbox"] : Arguments,
        });
    }

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var onPath = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)));
        return onPath.Prepend(Environment.GetEnvironmentVariable("CHROMIUM_PATH")).FirstOrDefault(File.Exists);
    }
}
