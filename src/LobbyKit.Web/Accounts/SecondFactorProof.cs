using System.Security.Claims;

namespace LobbyKit.Web.Accounts;

/// <summary>How a session says that more than a password was shown when it began (RFC 8176).</summary>
public static class SecondFactorProof
{
    public const string ClaimType = "amr";

    private const string Value = "mfa";

    public static Claim NewClaim() => new(ClaimType, Value);

    public static bool IsGivenBy(ClaimsPrincipal person) => person.HasClaim(ClaimType, Value);
}
