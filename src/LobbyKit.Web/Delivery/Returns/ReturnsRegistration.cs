namespace LobbyKit.Web.Delivery.Returns;

public static class ReturnsRegistration
{
    public static IServiceCollection AddReturns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ReturnCounts>();
        services.AddSingleton<ReturnDesk>();
#if LOBBYKIT_FULL
        services.AddSingleton<ImapInbox>();
#endif
        if (configuration.GetValue("LobbyKit:Role", "All") != "Web")
        {
            services.AddHostedService<ReturnUpkeep>();
#if LOBBYKIT_FULL
            services.AddHostedService<ImapWorker>();
#endif
        }

        return services;
    }
}
