using LobbyKit.Web.Contacts.Seeding;

namespace LobbyKit.Web.Contacts;

public static class ContactsRegistration
{
    public static IServiceCollection AddContacts(this IServiceCollection services)
    {
        services.AddScoped<ContactDirectory>();
        services.AddScoped<SuggestionBox>();
        services.AddSingleton<ContactSeed>();
        return services;
    }
}
