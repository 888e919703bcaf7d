using System.ComponentModel.DataAnnotations;

namespace LobbyKit.Web.Contacts;

/// <summary>Settings under <c>LobbyKit:Contacts</c>.</summary>
public sealed class ContactOptions
{
    public const string Section = "LobbyKit:Contacts";

    /// <summary>Days after which what an admin saw on the official page has to be looked at again.</summary>
    [Range(1, 3650, ErrorMessage = "LobbyKit:Contacts:StaleAfterDays has to be from 1 to 3650.")]
    public int StaleAfterDays { get; set; } = 180;

    /// <summary>New suggestions of supporters that are taken in 24 hours, from everybody together.</summary>
    [Range(1, 10000, ErrorMessage = "LobbyKit:Contacts:SuggestionsPerDay has to be from 1 to 10000.")]
    public int SuggestionsPerDay { get; set; } = 100;

    /// <summary>The same from one network prefix (a /24, or a /56).</summary>
    [Range(1, 1000, ErrorMessage = "LobbyKit:Contacts:SuggestionsPerPrefixPerDay has to be from 1 to 1000.")]
    public int SuggestionsPerPrefixPerDay { get; set; } = 5;

    /// <summary>Suggestions that wait in the inbox; no more are taken until an admin has looked at some.</summary>
    [Range(1, 100000, ErrorMessage = "LobbyKit:Contacts:SuggestionsWaiting has to be from 1 to 100000.")]
    public int SuggestionsWaiting { get; set; } = 500;

    /// <summary>So many letters in a row that an e-mail address does not take, and it is stopped.</summary>
    [Range(1, 1000, ErrorMessage = "LobbyKit:Contacts:StopAfterFailures has to be from 1 to 1000.")]
    public int StopAfterFailures { get; set; } = 5;
}
