namespace LobbyKit.Web.Pages.Organise;

/// <summary>What somebody else changed while this form was open.</summary>
/// <param name="Name">The form's property.</param>
/// <param name="Label">As it stands on the page.</param>
/// <param name="Theirs">What they made of it.</param>
/// <param name="IsTaken">Whether it stands in the form now, because nothing else was typed there.</param>
public sealed record FieldChange(string Name, string Label, string Theirs, bool IsTaken);
