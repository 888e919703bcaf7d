namespace LobbyKit.Web.Accounts;

public enum OneTimeLinkPurpose
{
    /// <summary>Makes the first admin of an installation.</summary>
    SetUp,

    /// <summary>Makes an account for somebody who was invited.</summary>
    Invitation,
}
