using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace LobbyKit.Web.Infrastructure.Secrets;

public static class SecretsRegistration
{
    public static IServiceCollection AddLobbyKitSecrets(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(KeyFolder.Of(configuration, environment));
        // Twice as fast as the default, with every letter sealed and opened several times.
        services.AddDataProtection().SetApplicationName("LobbyKit")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>().Configure<KeyFolder, ILoggerFactory>((keys, folder, logs) => keys.XmlRepository = new KeyFiles(folder, logs));
        services.AddSingleton<SealedJson>();
        services.AddSingleton<InstallationSecret>();
        services.AddSingleton<SecretTokens>();
        return services;
    }
}
