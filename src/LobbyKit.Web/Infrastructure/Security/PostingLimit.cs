using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Security;

/// <summary>Counts posts only: reading is never limited. Posts that store nothing (the live preview) count on their own, and a lot less.</summary>
internal sealed class PostingLimit(IOptions<RequestLimitOptions> options) : IRateLimiterPolicy<string>
{
    private const int PreviewsPerPost = 50;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => static (context, _) =>
    {
        context.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        if (!HttpMethods.IsPost(httpContext.Request.Method))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        var storesNothing = httpContext.Request.Query["handler"].ToString() is "Preview" or "Edit";
        var permits = options.Value.PostsPerTenMinutes * (storesNothing ? PreviewsPerPost : 1);
        var prefix = RequestLimits.Prefix(httpContext.Connection.RemoteIpAddress);
        return RateLimitPartition.GetSlidingWindowLimiter(
            storesNothing ? $"{prefix} preview" : prefix,
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = Window, SegmentsPerWindow = 10 });
    }
}
