namespace LobbyKit.Web.Pages.Organise;

/// <summary>A field of a form that several people edit.</summary>
/// <param name="Name">The form's property.</param>
/// <param name="Label">As it stands on the page.</param>
/// <param name="Get">What is in it.</param>
/// <param name="Set">Puts something into it.</param>
public sealed record EditedField(string Name, string Label, Func<string> Get, Action<string> Set);
