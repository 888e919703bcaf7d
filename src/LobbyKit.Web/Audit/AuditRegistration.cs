using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LobbyKit.Web.Audit;

public static class AuditRegistration
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<AuditSignature>();
        services.AddSingleton<ISaveChangesInterceptor, AuditInterceptor>();
        services.AddSingleton<AuditDrafts>();
        services.AddSingleton<AuditSealing>();
        services.AddSingleton<AuditVerification>();
        services.AddSingleton<AuditHistory>();
        services.AddSingleton<AuditExport>();
        services.AddSingleton<SettingsRecord>();
        services.AddHostedService<AuditSealer>();
        return services;
    }
}
