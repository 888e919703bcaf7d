using LobbyKit.Web.Data;
using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Accounts;

public static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentity<Account, IdentityRole<int>>(options =>
            {
                AccountStores.Configure(options);
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedAccount = false;
                // Length is what helps (NIST SP 800-63B, 3.1.1); signs and capitals only make people write it down.
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<LobbyKitDbContext>()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "lobbykit-account";
            // The path base is the page's language; one cookie serves them all.
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.LoginPath = "/account/sign-in";
            options.AccessDeniedPath = "/account/not-allowed";
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(AccountRoles.Organiser, policy => policy.RequireRole(AccountRoles.Organiser, AccountRoles.Admin))
            .AddPolicy(AccountRoles.Admin, policy => policy.RequireRole(AccountRoles.Admin));
        services.AddScoped<CampaignAccess>();
        services.AddSingleton<RoleSeed>();
        return services;
    }
}
