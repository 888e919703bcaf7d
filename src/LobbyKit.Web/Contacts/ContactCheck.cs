namespace LobbyKit.Web.Contacts;

/// <summary>What an admin has seen of a contact's channels, as one asks for it in the list.</summary>
public enum ContactCheck
{
    /// <summary>Every channel in use was seen on the official page, lately enough.</summary>
    Verified,

    /// <summary>Of some channel nobody has seen the address.</summary>
    Unverified,

    /// <summary>Some channel was seen too long ago.</summary>
    Stale,
}
