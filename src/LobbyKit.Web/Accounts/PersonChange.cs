namespace LobbyKit.Web.Accounts;

/// <summary>What came of a change of somebody's account.</summary>
public enum PersonChange
{
    Done,

    /// <summary>Nobody would be left who can let anybody in.</summary>
    LastAdmin,

    /// <summary>Somebody else changed who is an admin at the same moment; nothing was changed.</summary>
    SomebodyWasQuicker,

    /// <summary>The account is gone.</summary>
    Gone,
}
