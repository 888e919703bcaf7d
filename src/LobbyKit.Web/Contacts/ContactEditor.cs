namespace LobbyKit.Web.Contacts;

/// <summary>Who changes a contact.</summary>
/// <param name="AccountId">The admin's account; null for a command that somebody runs on the server.</param>
/// <param name="Name">As it is shown to other admins.</param>
public sealed record ContactEditor(int? AccountId, string Name);
