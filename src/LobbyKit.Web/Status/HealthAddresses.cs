using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LobbyKit.Web.Status;

/// <summary>
/// What load balancers and monitors ask: <c>/health/live</c>, whether the process answers at all, and <c>/health/ready</c>, whether to
/// send it requests. One word, for anybody may ask; the details are on the admins' status page.
/// </summary>
public static class HealthAddresses
{
    /// <summary>Before the languages and before HTTPS is insisted on: who asks is a machine in the next rack.</summary>
    public static IApplicationBuilder UseHealthAddresses(this IApplicationBuilder app)
    {
        app.Map("/health/live", live => live.Run(context => AnswerAsync(context, HealthStatus.Healthy)));
        return app.Map("/health/ready", ready => ready.Run(async context => await AnswerAsync(
            context, await context.RequestServices.GetRequiredService<StatusBoard>().ReadyAsync(context.RequestAborted))));
    }

    private static Task AnswerAsync(HttpContext context, HealthStatus status)
    {
        context.Response.StatusCode = status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(status.ToString(), context.RequestAborted);
    }
}
