using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Delivery.Lanes;
using LobbyKit.Web.Delivery.Mailbox;
using LobbyKit.Web.Delivery.Meters;
using LobbyKit.Web.Delivery.Pace;
using LobbyKit.Web.Delivery.Returns;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

public static class DeliveryRegistration
{
    public static IServiceCollection AddDelivery(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IConfigureOptions<MailOptions>, MailSettings>();
        services.AddSingleton<IPostConfigureOptions<MailOptions>, MailDefaults>();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidation>();
        services.AddOptions<MailOptions>().ValidateOnStart();

        services.AddSingleton<ReturnPaths>();
        services.AddSingleton<AddressFailures>();
        services.AddSingleton<RefusedAddresses>();
        services.AddSingleton<MailAddresses>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<MailRoute>();
        services.AddSingleton<MailServerProbe>();
        services.AddSingleton<IConfigureOptions<PaceOptions>, PaceSettings>();
        services.AddOptions<PaceOptions>().ValidateOnStart();
        services.AddSingleton<Pacemaker>();
        services.AddSingleton<QueueBoard>();
        services.AddSingleton<DispatchPlanner>();
        services.AddScoped<DeliveryForecasts>();
        services.AddSingleton<DeliveryBreaker>();
        services.AddSingleton<DeliveryTurn>();
        services.AddSingleton<DeliveryClaims>();
        services.AddSingleton<DeliveryRecord>();
        services.AddSingleton<DeliveryBatch>();
        services.AddSingleton<DeliveryPolicy>();
        services.AddSingleton<OfficeAddresses>();
        services.AddSingleton<AnswerCounting>();
        services.AddScoped<DeliveryLog>();
        services.AddScoped<DeliveryDesk>();
        services.AddScoped<LaneDesk>();
        services.AddScoped<LaneLists>();
        services.AddScoped<MailSearch>();
        services.AddScoped<MailDesk>();
        services.AddSingleton<MailActions>();
        services.AddSingleton<DeliveryMeter>();
        services.AddSingleton<DeliveryGauges>();
#if LOBBYKIT_FULL
        services.AddSingleton<DkimSignature>();
        services.AddSingleton<IMailTransport, MailKitTransport>();
#else
        services.AddSingleton<IMailTransport, SystemNetMailTransport>();
#endif
        // In this order: the mailbox listens before anything is sent to it, and stops after.
        services.AddSingleton<MailboxStore>();
        services.AddSingleton<DemoMailbox>();
        services.AddHostedService(s => s.GetRequiredService<DemoMailbox>());
        services.AddHostedService<DeliveryAnnouncement>();
        if (configuration.GetValue("LobbyKit:Role", "All") != "Web")
        {
            services.AddHostedService<DeliveryWorker>();
            services.AddHostedService(s => s.GetRequiredService<DeliveryGauges>());
        }

        return services;
    }
}
