namespace LobbyKit.Web.Infrastructure.Secrets;

/// <summary>Where the encryption keys are.</summary>
public sealed class KeyFolder
{
    private KeyFolder(string path) => Path = path;

    public string Path { get; }

    public bool Exists => Directory.Exists(Path);

    /// <summary>Full paths, in the order of their names.</summary>
    public IReadOnlyList<string> Keys => Exists ? [.. Directory.EnumerateFiles(Path, "key-*.xml").Order(StringComparer.Ordinal)] : [];

    public static KeyFolder Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new KeyOptions();
        return new KeyFolder(System.IO.Path.GetFullPath(options.Folder, environment.ContentRootPath));
    }

    /// <summary>For nobody but the application's own user.</summary>
    public DirectoryInfo Create()
    {
        var folder = Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }

    public bool Has(Guid key) => File.Exists(System.IO.Path.Combine(Path, $"key-{key:D}.xml"));
}
