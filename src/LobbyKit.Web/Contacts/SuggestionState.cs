namespace LobbyKit.Web.Contacts;

public enum SuggestionState
{
    /// <summary>In the inbox.</summary>
    Waiting,

    /// <summary>An admin made an edit of it.</summary>
    Accepted,

    Dismissed,
}
