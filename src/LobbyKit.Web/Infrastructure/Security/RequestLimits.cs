using System.Net;
using System.Net.Sockets;
using LobbyKit.Web.Audit;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LobbyKit.Web.Infrastructure.Security;

/// <summary>How often one place on the network may post. Kept in memory for minutes, written nowhere.</summary>
public static class RequestLimits
{
    /// <summary>For posting what is stored: letters, confirmations, suggestions.</summary>
    public const string Posting = "posting";

    public const string Section = "LobbyKit:Limits";

    public static IServiceCollection AddLobbyKitSecurity(this IServiceCollection services)
    {
        services.AddOptions<RequestLimitOptions>().BindConfiguration(Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FormTicket>();
        services.AddHttpContextAccessor();
        services.AddSingleton<IAuditActors, SignedInActor>();
        services.Configure<KestrelServerOptions>(server => server.AddServerHeader = false);
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy<string, PostingLimit>(Posting);
        });
        return services;
    }

    /// <summary>A whole /24 or /56: what one household, school or phone mast shares, and one attacker easily has.</summary>
    internal static string Prefix(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 7));
    }
}
