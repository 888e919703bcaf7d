namespace LobbyKit.Templates;

/// <summary>Something in a template that is not in the letter language, told so that its author can put it right.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 characters as text boxes and editors count.</param>
/// <param name="Sentence">What is wrong, in one plain sentence.</param>
/// <param name="Hint">What to write instead, if that is known.</param>
/// <param name="Code">Which rule was broken; stable, for tests and translations.</param>
public sealed record Problem(int Line, int Column, string Sentence, string? Hint, ProblemCode Code)
{
    /// <summary>For example <c>3:14 There is no field `supporter.nmae`. Did you mean `supporter.name`?</c></summary>
    public override string ToString() => Hint is null ? $"{Line}:{Column} {Sentence}" : $"{Line}:{Column} {Sentence} {Hint}";
}
