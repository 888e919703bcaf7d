namespace LobbyKit.Templates;

/// <summary>
/// Makes a letter of a template and its values. There are two engines: Scriban in the full build and the letter
/// language's own evaluator in both; they give the same text for every template and model. Safe to share between threads.
/// </summary>
public interface ILetterRenderer
{
    /// <summary>The engine's name, for the log and the status page.</summary>
    string Name { get; }

    /// <summary>Renders a letter: plain text, with the model's values exactly as they are in the model.</summary>
    /// <exception cref="LetterTooLongException">The letter would pass <see cref="LetterLimits.LetterLength"/>.</exception>
    string Render(ParsedTemplate parsed, LetterModel model);
}
