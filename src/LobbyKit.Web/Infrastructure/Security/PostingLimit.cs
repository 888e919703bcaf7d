using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Infrastructure.Security;

/// <summary>Counts posts only: reading is never limited.</summary>
internal sealed class PostingLimit(IOptions<RequestLimitOptions> options) : IRateLimiterPolicy<string>
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        HttpMethods.IsPost(httpContext.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                RequestLimits.Prefix(httpContext.Connection.RemoteIpAddress),
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = options.Value.PostsPerTenMinutes, Window = Window, SegmentsPerWindow = 10 })
            : RateLimitPartition.GetNoLimiter("");
}
