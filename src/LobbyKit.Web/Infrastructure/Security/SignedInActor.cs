using System.Globalization;
using System.Security.Claims;
using LobbyKit.Web.Audit;

namespace LobbyKit.Web.Infrastructure.Security;

/// <summary>Who is acting in a request. Behind a proxy the address is the visitor's where LobbyKit:Site:TrustedProxies names the proxy.</summary>
internal sealed class SignedInActor(IHttpContextAccessor contexts) : IAuditActors
{
    public AuditActor? Current => AuditActing.Current is { } part
        ? part
        : contexts.HttpContext is not { } context
        ? null
        : new AuditActor(
            int.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null,
            Address(context.Connection.RemoteIpAddress));

    private static string Address(System.Net.IPAddress? address) =>
        (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.ToString() ?? "";
}
