namespace LobbyKit.Templates;

/// <summary>One function that a template can call.</summary>
/// <param name="Name">The name as templates write it, e.g. <c>string.upcase</c>.</param>
/// <param name="Usage">How it is written, e.g. <c>{{ supporter.name | string.upcase }}</c>.</param>
/// <param name="Description">One sentence for the people who write letters.</param>
/// <param name="Example">What <paramref name="Usage"/> prints, for the examples of <see cref="LetterFields"/>.</param>
public sealed record LetterFunction(string Name, string Usage, string Description, string Example);
