namespace LobbyKit.Templates.Tests;

/// <summary>Every engine of this build. What is rendered in a test is rendered by all of them.</summary>
internal static class Engines
{
    public static IReadOnlyList<ILetterRenderer> All { get; } =
    [
        new LetterEvaluator(),
#if LOBBYKIT_FULL
        new ScribanRenderer(),
#endif
    ];

    /// <summary>The template, which must be valid.</summary>
    public static ParsedTemplate Parse(string source)
    {
        ParseResult result = LetterLanguage.Parse(source);
        Assert.True(result.Succeeded, $"{source}\n{string.Join('\n', result.Problems)}");
        return result.Template;
    }

    /// <summary>What all engines make of a template; they must agree.</summary>
    public static string Render(string source, LetterModel model) => Render(Parse(source), model);

    public static string Render(ParsedTemplate template, LetterModel model)
    {
        string text = All[0].Render(template, model);
        foreach (ILetterRenderer engine in All.Skip(1))
        {
            string other = engine.Render(template, model);
            Assert.True(text == other, $"{All[0].Name} and {engine.Name} disagree on\n{template.Source}\n--- {All[0].Name}\n{text}\n--- {engine.Name}\n{other}");
        }

        return text;
    }
}
