namespace LobbyKit.Browser.Tests.Browsing;

/// <summary>
/// The photographs of the README. They are taken on the way through the journeys, and only when asked for:
/// <c>LOBBYKIT_SCREENSHOTS=docs/screenshots scripts/test --filter "FullyQualifiedName~Browser.Tests"</c>; the folder is the repository's.
/// </summary>
internal static class Photographs
{
    private static readonly HashSet<string> Wanted =
    [
        "appeal-1280", "appeal-375", "write-1280", "check-1280", "check-375", "confirm-375", "receipt-1280",
        "web-form-1280", "web-form-375", "print-1280", "no-office-1280", "write-arabic-1280", "write-arabic-375", "editor-1280", "coverage-1280", "dashboard-1280",
        "delivery-1280",
    ];

    /// <summary>What the window shows, from the top of the page or from a part of it on; or one part and nothing else.</summary>
    public static async Task TakeAsync(Visitor visitor, string name, ILocator? from, ILocator? only)
    {
        var file = $"{name}-{visitor.Options.Width}";
        if (Environment.GetEnvironmentVariable("LOBBYKIT_SCREENSHOTS") is not { Length: > 0 } folder || !Wanted.Contains(file))
        {
            return;
        }

        var path = Path.Combine(RepositoryFolder(), folder, file + ".png");
        if (only is not null)
        {
            await only.ScreenshotAsync(new() { Path = path });
            return;
        }

        await (from ?? visitor.Page.GetByRole(AriaRole.Banner)).EvaluateAsync("e => e.scrollIntoView()");
        await visitor.Page.ScreenshotAsync(new() { Path = path });
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LobbyKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Directory.GetCurrentDirectory();
    }
}
