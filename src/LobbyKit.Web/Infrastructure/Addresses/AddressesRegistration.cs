using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Addresses;

public static class AddressesRegistration
{
    public static IServiceCollection AddLobbyKitAddresses(this IServiceCollection services)
    {
        services.AddOptions<SiteOptions>().BindConfiguration(SiteOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SiteOptions>, SiteOptionsRules>();
        services.AddSingleton<PublicAddress>();
        return services;
    }
}
