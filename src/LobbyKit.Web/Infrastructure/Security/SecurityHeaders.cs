using Microsoft.Net.Http.Headers;

namespace LobbyKit.Web.Infrastructure.Security;

/// <summary>
/// What every answer tells the browser: nothing from anybody else, no script but our files, no address passed on. Receipts have
/// their secret in the address, so a referrer never leaves.
/// </summary>
public static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>For what was uploaded: should a browser ever take it for a page, it runs nothing, loads nothing and is of no site.</summary>
    public const string NoPage = "default-src 'none'; sandbox";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            // An answer that is no page may have a policy of its own, if that allows nothing at all.
            if (headers.ContentSecurityPolicy != NoPage)
            {
                headers.ContentSecurityPolicy = ContentPolicy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (headers.ContentType.ToString().StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
            {
                // Not no-store: that would cost a supporter what they typed when they press the back button.
                // Whoever is signed in may sit at a shared computer: nothing of theirs stays on it.
                headers.CacheControl = context.User.Identity?.IsAuthenticated == true ? "no-store" : "private, no-cache";
                headers.Remove(HeaderNames.Pragma);
            }

            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
