namespace LobbyKit.Web.Accounts;

/// <summary>Settings under <c>LobbyKit:Accounts</c>.</summary>
public sealed class AccountOptions
{
    public const string Section = "LobbyKit:Accounts";

    /// <summary>
    /// An admin's workspace opens only after a second factor. Not set: true, and false in Development, where nobody wants to fetch a
    /// telephone for each new database.
    /// </summary>
    public bool? RequireTwoFactorForAdmins { get; set; }
}
