namespace LobbyKit.Web.Infrastructure.Localisation;

public static class LocalisationRegistration
{
    public static IServiceCollection AddLobbyKitLocalisation(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<PageLanguages>();
        return services;
    }

    /// <summary>Before routing: what is routed is the address without its language.</summary>
    public static IApplicationBuilder UseLanguageInAddress(this IApplicationBuilder app) => app.UseMiddleware<LanguageInAddress>();
}
