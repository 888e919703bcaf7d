namespace LobbyKit.Web.Contacts;

/// <summary>Something that cannot stand in a contact.</summary>
/// <param name="Field">A property of <see cref="ContactValues"/>.</param>
/// <param name="Message">A plain sentence.</param>
public sealed record ContactProblem(string Field, string Message);
