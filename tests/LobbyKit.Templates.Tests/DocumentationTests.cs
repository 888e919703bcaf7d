using System.Text.RegularExpressions;

namespace LobbyKit.Templates.Tests;

/// <summary>
/// Runs every example of <c>docs/letter-language.md</c>: a block of <c>scriban</c>, with changes to the example model behind
/// the word, and the block of <c>text</c> behind it, which is the letter or, for <c>scriban problem</c>, the problems.
/// </summary>
public partial class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "letter-language.md"));

    public static TheoryData<int> Lines => new(Example().Matches(Page).Select(LineOf));

    [Theory]
    [MemberData(nameof(Lines))]
    public void An_example_does_what_the_page_says(int line)
    {
        Match example = Example().Matches(Page).Single(match => LineOf(match) == line);
        string template = example.Groups["template"].Value;
        string expected = example.Groups["result"].Value;
        string settings = example.Groups["settings"].Value;

        if (settings == "problem")
        {
            Assert.Equal(expected, string.Join('\n', LetterLanguage.Parse(template).Problems));
            return;
        }

        LetterModel model = Examples.Model;
        foreach (string setting in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = setting.Split('=');
            model = ModelFile.With(model, parts[0], parts[1]);
        }

        Assert.Equal(expected, Engines.Render(template, model));
    }

    [Fact]
    public void Every_example_is_run()
    {
        int blocks = Page.Split('\n').Count(line => line.StartsWith("```scriban", StringComparison.Ordinal));
        Assert.Equal(blocks, Example().Count(Page));
        Assert.True(blocks > 20);
    }

    [Fact]
    public void Every_field_and_function_is_described()
    {
        Assert.All(LetterFields.All, field => Assert.Contains($"| `{field.Name}` |", Page, StringComparison.Ordinal));
        Assert.All(LetterFields.All.Where(field => field.Type != LetterFieldType.Choice), field => Assert.Contains($"| {field.Example} |", Page, StringComparison.Ordinal));
        Assert.All(LetterFields.All.SelectMany(field => field.Choices), choice => Assert.Contains($"`{choice}`", Page, StringComparison.Ordinal));
        Assert.All(LetterFunctions.All, function => Assert.Contains($"`{function.Name}", Page, StringComparison.Ordinal));
    }

    [GeneratedRegex("^```scriban(?: (?<settings>[^\n]*))?\n(?<template>.*?)\n```\n```text\n(?<result>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    private static int LineOf(Match match) => Page.AsSpan(0, match.Index).Count('\n') + 1;
}
