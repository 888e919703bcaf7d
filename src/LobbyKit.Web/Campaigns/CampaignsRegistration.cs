using LobbyKit.Web.Campaigns.Exchange;
using LobbyKit.Web.Campaigns.Images;
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
        services.AddScoped<CampaignCreation>();
        services.AddScoped<CampaignEditing>();
        services.AddScoped<OfficeGaps>();
        services.AddScoped<CampaignCheckList>();
        services.AddScoped<CampaignPublishing>();
        services.AddScoped<DraftDeletion>();
        services.AddScoped<CampaignImages>();
        services.AddScoped<CampaignExport>();
        services.AddScoped<CampaignImport>();
        services.AddSingleton<CampaignSeed>();
        return services;
    }
}
