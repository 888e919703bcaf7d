using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Accounts;

/// <summary>What a signed-in browser's cookie may do, and for how long.</summary>
internal static class AccountSessions
{
    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "lobbykit-account";
        // The path base is the page's language; one cookie serves them all.
        options.Cookie.Path = "/";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/account/sign-in";
        options.AccessDeniedPath = "/account/not-allowed";
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToAccessDenied = LeadOnAsync;
    }

    /// <summary>The cookie between the password and the second step; passkeys keep their challenge in it too.</summary>
    public static void ConfigureSecondStep(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "lobbykit-second-step";
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
    }

    public static void Configure(SecurityStampValidatorOptions options)
    {
        // Those who sign in are few: ask the database each time, and a session that was ended is over at once.
        options.ValidationInterval = TimeSpan.Zero;
        // Identity makes the person anew from the database, which does not know how this session began.
        options.OnRefreshingPrincipal = context =>
        {
            if (context.CurrentPrincipal is { } current && SecondFactorProof.IsGivenBy(current) && context.NewPrincipal is { } renewed)
            {
                renewed.Identities.First().AddClaim(SecondFactorProof.NewClaim());
            }

            return Task.CompletedTask;
        };
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        await SecurityStampValidator.ValidatePrincipalAsync(context);
        // Not a new cookie with every answer: one that was under way during a sign-out would sign in again.
        context.ShouldRenew = false;
    }

    private static Task LeadOnAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value;
        var request = context.Request;
        context.Response.Redirect(
            SecondFactorRequirementHandler.IsMissing(context.HttpContext.User, options)
                ? request.PathBase.Add("/account/second-factor") + QueryString.Create("ReturnUrl", request.PathBase + request.Path + request.QueryString)
                : context.RedirectUri);
        return Task.CompletedTask;
    }
}
