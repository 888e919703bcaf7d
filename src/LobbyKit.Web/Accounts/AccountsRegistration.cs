using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery.Lanes;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Accounts;

public static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentity<Account, IdentityRole<int>>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // The user name is the e-mail address, and o'neil@example.org is one.
                options.User.AllowedUserNameCharacters = "";
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
            .AddSignInManager<AccountSignIn>()
            .AddDefaultTokenProviders();
        services.ConfigureApplicationCookie(AccountSessions.Configure);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, AccountSessions.ConfigureSecondStep);
        services.Configure<SecurityStampValidatorOptions>(AccountSessions.Configure);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = PasswordResets.Lasts);
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyRules>();
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section)
            .PostConfigure<IHostEnvironment>((options, environment) => options.RequireTwoFactorForAdmins ??= !environment.IsDevelopment())
            .ValidateOnStart();
        services.AddAuthorizationBuilder()
            .AddPolicy(AccountRoles.Organiser, policy => policy
                .RequireRole(AccountRoles.Organiser, AccountRoles.Admin).AddRequirements(new SecondFactorRequirement()))
            .AddPolicy(AccountRoles.Admin, policy => policy.RequireRole(AccountRoles.Admin).AddRequirements(new SecondFactorRequirement()));
        services.AddSingleton<IAuthorizationHandler, SecondFactorRequirementHandler>();
        services.AddScoped<CampaignAccess>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<SetUpLinks>();
        services.AddScoped<NewAccounts>();
        services.AddScoped<Invitations>();
        services.AddScoped<Teams>();
        services.AddScoped<AdminChanges>();
        services.AddScoped<People>();
        services.AddScoped<ActiveAdmins>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<PasswordResets>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<Passkeys>();
        services.AddScoped<OwnAccount>();
        services.AddSingleton<AccountMails>();
        services.AddSingleton<IDeliveryNotices, DeliveryNotices>();
        services.AddHostedService<SetUpLinkAnnouncement>();
        services.AddSingleton<RoleSeed>();
        return services;
    }
}
