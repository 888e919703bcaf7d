namespace LobbyKit.Web.Pages.Admin.Contacts;

/// <summary>A question of a form that is answered from a list.</summary>
/// <param name="Name">The form's name for it, such as Form.Role.</param>
/// <param name="Label">The question.</param>
/// <param name="Options">Value and text of each answer.</param>
/// <param name="Chosen">The value of the answer so far.</param>
/// <param name="Hint">Before the list; empty for none.</param>
public sealed record ChoiceQuestion(string Name, string Label, IEnumerable<(string Value, string Text)> Options, string? Chosen, string Hint = "");
