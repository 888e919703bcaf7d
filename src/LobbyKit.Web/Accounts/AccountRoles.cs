namespace LobbyKit.Web.Accounts;

/// <summary>Names of the roles, and of the policies that ask for them.</summary>
public static class AccountRoles
{
    /// <summary>Works on the campaigns whose team they are on.</summary>
    public const string Organiser = "Organiser";

    /// <summary>Does everything, on every campaign.</summary>
    public const string Admin = "Admin";
}
