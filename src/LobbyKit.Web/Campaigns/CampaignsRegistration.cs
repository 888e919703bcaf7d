using LobbyKit.Web.Campaigns.Seeding;

namespace LobbyKit.Web.Campaigns;

public static class CampaignsRegistration
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services)
    {
        services.AddScoped<CampaignCatalog>();
        services.AddScoped<Appeals>();
        services.AddMemoryCache();
        services.AddScoped<Dashboards>();
        services.AddScoped<LetterEditing>();
        services.AddSingleton<CampaignSeed>();
        return services;
    }
}
