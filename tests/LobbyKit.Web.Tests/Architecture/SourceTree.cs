using System.Runtime.CompilerServices;

namespace LobbyKit.Web.Tests.Architecture;

/// <summary>The repository that these tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string Web { get; } = Path.Combine(Root, "src", "LobbyKit.Web");

    /// <summary>The built application, of the same configuration and framework as these tests.</summary>
    public static string Application { get; } =
        Path.Combine(Web, "bin", Path.GetRelativePath(Path.Combine(Root, "tests", "LobbyKit.Web.Tests", "bin"), AppContext.BaseDirectory), "LobbyKit.Web.dll");

    /// <summary>Written source files of the web project: no generated ones, no migrations.</summary>
    public static IEnumerable<string> Files(params string[] patterns) => patterns
        .SelectMany(pattern => Directory.EnumerateFiles(Web, pattern, SearchOption.AllDirectories))
        .Where(f => !Path.GetRelativePath(Web, f).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"));

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "LobbyKit.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The sources are not where they were built.");
    }
}
