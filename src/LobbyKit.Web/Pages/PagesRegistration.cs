using System.IO.Compression;
using System.Net;
using LobbyKit.Web.Accounts;
using LobbyKit.Web.Infrastructure.Addresses;
using LobbyKit.Web.Infrastructure.Localisation;
using LobbyKit.Web.Infrastructure.Security;
using LobbyKit.Web.Pages.Campaigns;
using LobbyKit.Web.Pages.Campaigns.Write;
using LobbyKit.Web.Pages.Organise.Letters;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace LobbyKit.Web.Pages;

public static class PagesRegistration
{
    public static IServiceCollection AddLobbyKitPages(this IServiceCollection services)
    {
        services.AddRazorPages(options =>
            {
                options.Conventions.AuthorizeFolder("/Organise", AccountRoles.Organiser);
                options.Conventions.AuthorizeFolder("/Admin", AccountRoles.Admin);
                options.Conventions.AuthorizeFolder("/Account/Profile");
                options.Conventions.ConfigureFilter(new NoHandlerNoPage());
            })
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)))
            // The server checks and says it in plain words; the browser's attributes for scripts would only weigh.
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.AddSingleton<StoryMarkdown>();
        services.AddScoped<LetterFormRules>();
        services.AddScoped<EditorViews>();
        services.AddHttpContextAccessor();
        services.AddSingleton<JourneyVisits>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "lobbykit-form";
            // The path base is the page's language; one cookie serves them all.
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        // Text in its own script, not as numbers: an Arabic page weighs half.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        // The longest form is a letter's. What is longer is refused while it is read, and the rest of it is let run out: a server
        // that hangs up on a posting leaves its browser with a lost connection instead of a sentence.
        services.Configure<FormOptions>(options => options.ValueLengthLimit = options.KeyLengthLimit = 256 * 1024);
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = 8 * 1024 * 1024);
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SiteOptions>>((options, site) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in site.Value.TrustedProxies)
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            if (site.Value.TrustedProxies.Count == 0)
            {
                options.ForwardedHeaders = ForwardedHeaders.None;
            }
        });
        return services;
    }

    /// <summary>Style sheets and scripts carry their fingerprint in the address, so a browser may keep them.</summary>
    public static IApplicationBuilder UseLobbyKitFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
            context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    });

    /// <summary>Outside Development the site insists on HTTPS, where it has been given an https address.</summary>
    public static WebApplication UseTransportSecurity(this WebApplication app)
    {
        var isHttps = app.Configuration[$"{SiteOptions.Section}:PublicUrl"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
        if (!app.Environment.IsDevelopment() && isHttps)
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        return app;
    }
}
