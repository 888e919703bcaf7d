using Microsoft.AspNetCore.Identity;

namespace LobbyKit.Web.Accounts;

/// <param name="Account">Null where none was made.</param>
/// <param name="Problems">What has to be typed otherwise; empty where the link no longer works.</param>
public sealed record NewAccountResult(Account? Account, IReadOnlyList<IdentityError> Problems)
{
    public static NewAccountResult LinkGone { get; } = new(null, []);

    public static NewAccountResult Refused(IEnumerable<IdentityError> problems) => new(null, [.. problems]);
}
