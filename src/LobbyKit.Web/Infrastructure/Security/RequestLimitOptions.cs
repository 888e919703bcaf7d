using System.ComponentModel.DataAnnotations;

namespace LobbyKit.Web.Infrastructure.Security;

/// <summary>Settings under <c>LobbyKit:Limits</c>.</summary>
public sealed class RequestLimitOptions
{
    /// <summary>Posts of one address prefix (a /24, or a /56) in ten minutes.</summary>
    [Range(1, 100000, ErrorMessage = "LobbyKit:Limits:PostsPerTenMinutes has to be from 1 to 100000.")]
    public int PostsPerTenMinutes { get; set; } = 120;

    /// <summary>Messages that the mail server may hand over in a minute; it keeps the others and tries again.</summary>
    [Range(1, 100000, ErrorMessage = "LobbyKit:Limits:ReturnedMailsPerMinute has to be from 1 to 100000.")]
    public int ReturnedMailsPerMinute { get; set; } = 600;
}
