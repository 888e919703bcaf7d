using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace LobbyKit.Web.Infrastructure.Secrets;

public static class SecretsRegistration
{
    public static IServiceCollection AddLobbyKitSecrets(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(KeyFolder.Of(configuration, environment));
        services.AddDataProtection().SetApplicationName("LobbyKit");
        // When the first key is asked for, and not before: who only looks whether the folder is there must not make it.
        services.AddOptions<KeyManagementOptions>().Configure<KeyFolder, ILoggerFactory>(
            (keys, folder, logs) => keys.XmlRepository = new FileSystemXmlRepository(folder.Create(), logs));
        services.AddSingleton<SealedJson>();
        services.AddSingleton<InstallationSecret>();
        services.AddSingleton<SecretTokens>();
        return services;
    }
}
