namespace LobbyKit.Web.Pages.Organise;

/// <summary>A question with a list of answers.</summary>
/// <param name="Name">The form's field.</param>
/// <param name="Label">The question.</param>
/// <param name="Value">The answer so far.</param>
/// <param name="Options">Values and names.</param>
/// <param name="Hint">Said before the list.</param>
public sealed record SelectField(string Name, string Label, string? Value, IEnumerable<(string Value, string Name)> Options, string Hint = "");
