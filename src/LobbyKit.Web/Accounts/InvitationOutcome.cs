namespace LobbyKit.Web.Accounts;

public enum InvitationOutcome
{
    /// <summary>A link is on its way.</summary>
    Invited,

    /// <summary>The address has an account, which is now on the campaign's team.</summary>
    AddedToTeam,

    /// <summary>The address has an account, and there was nothing to add it to.</summary>
    HasAccount,
}
