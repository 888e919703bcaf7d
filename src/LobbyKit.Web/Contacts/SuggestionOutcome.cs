namespace LobbyKit.Web.Contacts;

public enum SuggestionOutcome
{
    /// <summary>In the inbox, or counted to one that says the same.</summary>
    Taken,

    /// <summary>Too many came: to be tried again another day.</summary>
    TooMany,
}
