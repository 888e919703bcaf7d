namespace LobbyKit.Web.Delivery.Returns;

public static class ReturnsRegistration
{
    public static IServiceCollection AddReturns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ReturnCounts>();
        services.AddSingleton<ReturnDesk>();
        if (configuration.GetValue("LobbyKit:Role", "All") != "Web")
        {
            services.AddHostedService<ReturnUpkeep>();
#if LOBBYKIT_FULL
            services.AddSingleton<ImapInbox>();
            services.AddHostedService<ImapWorker>();
#endif
        }

        return services;
    }
}
