namespace LobbyKit.Web.Contacts;

public enum ContactOutcome
{
    Done,

    /// <summary>Nothing was changed: see the problems.</summary>
    HasProblems,

    /// <summary>There is no such contact or change, or it is decided already.</summary>
    Gone,

    /// <summary>Somebody else changed the contact meanwhile; nothing was changed.</summary>
    ChangedMeanwhile,

    /// <summary>Nobody approves their own change.</summary>
    NeedsAnotherAdmin,
}
