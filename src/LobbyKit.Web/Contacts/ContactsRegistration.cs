using LobbyKit.Web.Contacts.Seeding;

namespace LobbyKit.Web.Contacts;

public static class ContactsRegistration
{
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddOptions<ContactOptions>().BindConfiguration(ContactOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ContactDirectory>();
        services.AddScoped<ContactSearch>();
        services.AddScoped<ContactsToVerify>();
        services.AddScoped<ContactEditing>();
        services.AddScoped<AddressChanges>();
        services.AddScoped<SuggestionBox>();
        services.AddScoped<SuggestionInbox>();
        services.AddSingleton<SuggestionLimit>();
        services.AddSingleton<ContactSeed>();
        services.AddSingleton<ContactSearchText>();
        return services;
    }
}
