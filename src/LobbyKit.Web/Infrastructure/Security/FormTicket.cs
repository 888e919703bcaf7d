using System.Globalization;
using LobbyKit.Web.Infrastructure.Secrets;

namespace LobbyKit.Web.Infrastructure.Security;

/// <summary>
/// A mark that goes out with a form and comes back with it: unguessable, ours, and old enough to tell a person from a machine.
/// </summary>
public sealed class FormTicket(SecretTokens tokens, TimeProvider clock)
{
    public string New()
    {
        var random = SecretTokens.New();
        var made = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{random}.{made}.{tokens.Derive("form", random, made)}";
    }

    /// <returns>How long ago it was made; null where it is not one of ours.</returns>
    public TimeSpan? Age(string? ticket)
    {
        var parts = (ticket ?? "").Split('.');
        return parts.Length == 3
            && tokens.Derive("form", parts[0], parts[1]) == parts[2]
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var made)
            ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(made)
            : null;
    }
}
