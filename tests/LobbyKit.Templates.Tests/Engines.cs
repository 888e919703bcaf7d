namespace LobbyKit.Templates.Tests;

/// <summary>Renders with every engine of this build and compares.</summary>
internal static class Engines
{
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
        string text = LetterRenderers.Default.Render(template, model);
        foreach (ILetterRenderer engine in LetterRenderers.All.Skip(1))
        {
            string other = engine.Render(template, model);
            string disagreement = $"The engines disagree on\n{template.Source}\n--- {LetterRenderers.Default.Name}\n{text}\n--- {engine.Name}\n{other}";
            Assert.True(text == other, disagreement);
        }

        return text;
    }
}
