using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Status;

public static class StatusRegistration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddStatus(this IServiceCollection services)
    {
        services.AddOptions<StatusOptions>().BindConfiguration(StatusOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StatusBoard>();
        // What waits in the queue or for the mail server is not lost: a node with either in trouble still takes letters, so those only
        // warn. Which ones are asked for readiness is marked; the others are for the status page and the command.
        services.AddHealthChecks()
            .AddCheck<BuildCheck>("Build", timeout: Patience)
            .AddCheck<DatabaseCheck>("Database", tags: [StatusBoard.Ready], timeout: Patience)
            .AddCheck<MigrationsCheck>("Migrations", tags: [StatusBoard.Ready], timeout: Patience)
            .AddCheck<QueueCheck>("Queue", HealthStatus.Degraded, [StatusBoard.Ready], Patience)
            .AddCheck<MailServerCheck>("Mail server", HealthStatus.Degraded, [StatusBoard.Ready], Patience)
            .AddCheck<KeysCheck>("Keys", tags: [StatusBoard.Ready], timeout: Patience)
            .AddCheck<DiskCheck>("Disk", tags: [StatusBoard.Ready], timeout: Patience)
            .AddCheck<ContactsCheck>("Contacts", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<ReturnsCheck>("Returned mail", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<BackupCheck>("Last backup", HealthStatus.Degraded, timeout: Patience)
            .AddCheck<AuditCheck>("Audit log", HealthStatus.Degraded, timeout: Patience);
        return services;
    }
}
