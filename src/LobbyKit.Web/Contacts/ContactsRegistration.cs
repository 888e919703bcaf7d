using LobbyKit.Web.Contacts.Importing;
using LobbyKit.Web.Contacts.Seeding;

namespace LobbyKit.Web.Contacts;

public static class ContactsRegistration
{
    public static IServiceCollection AddContacts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ContactOptions>().BindConfiguration(ContactOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ContactDirectory>();
        services.AddScoped<ContactSearch>();
        services.AddScoped<ContactsToVerify>();
        services.AddScoped<ContactSaving>();
        services.AddScoped<ContactEditing>();
        services.AddScoped<AddressApproval>();
        services.AddScoped<ContactLeaving>();
        services.AddScoped<AddressChanges>();
        services.AddScoped<SuggestionBox>();
        services.AddScoped<SuggestionInbox>();
        services.AddSingleton<SuggestionLimit>();
        services.AddSingleton<StoppedAddresses>();
        services.AddSingleton<ContactSeed>();
        services.AddSingleton<ContactSearchText>();
        services.AddScoped<ContactImports>();
        services.AddScoped<ContactExport>();
        services.AddScoped<ContactImportCommand>();
        services.AddSingleton<ImportSignal>();
        services.AddSingleton<ImportProgress>();
        services.AddSingleton<ImportSteps>();
        services.AddSingleton<ImportUpkeep>();
        if (configuration.GetValue("LobbyKit:Role", "All") != "Web")
        {
            services.AddHostedService<ImportWorker>();
        }

        return services;
    }
}
