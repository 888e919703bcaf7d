using Microsoft.AspNetCore.DataProtection;

namespace LobbyKit.Web.Infrastructure.Secrets;

public static class SecretsRegistration
{
    public static IServiceCollection AddLobbyKitSecrets(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new KeyOptions();
        var folder = Directory.CreateDirectory(Path.GetFullPath(options.Folder, environment.ContentRootPath));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        services.AddDataProtection().SetApplicationName("LobbyKit").PersistKeysToFileSystem(folder);
        services.AddSingleton<SealedJson>();
        services.AddSingleton<InstallationSecret>();
        services.AddSingleton<SecretTokens>();
        return services;
    }
}
