using LobbyKit.Templates;

namespace LobbyKit.HostileLetter;

/// <summary>An attack on the letter language: a template, and a model where the attack is in the values.</summary>
/// <param name="Name">What the test calls it.</param>
/// <param name="Template">What the organiser's account, taken over, would save.</param>
/// <param name="Model">What the supporter would send.</param>
public sealed record HostileCase(string Name, string Template, LetterModel? Model = null);
