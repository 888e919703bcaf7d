using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Metrics;

public static class MetricsRegistration
{
    public static IServiceCollection AddLobbyKitMetrics(this IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<MetricsOptions>, MetricsSettings>();
        services.AddOptions<MetricsOptions>().ValidateOnStart();
        services.AddSingleton<MetricsExport>();
        services.AddHostedService(s => s.GetRequiredService<MetricsExport>());
        return services;
    }
}
