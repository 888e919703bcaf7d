namespace LobbyKit.Web.Contacts;

public enum AddressChangeState
{
    /// <summary>For a second admin.</summary>
    Waiting,

    /// <summary>In use.</summary>
    Approved,

    Refused,

    /// <summary>Another change of the same address took its place, or the contact is gone.</summary>
    Replaced,
}
