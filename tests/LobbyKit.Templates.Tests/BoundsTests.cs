namespace LobbyKit.Templates.Tests;

/// <summary>The largest templates that the language allows are fit for every engine.</summary>
public class BoundsTests
{
    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    [Fact]
    public void Everything_at_its_bound_at_once()
    {
        const int depth = LetterLimits.BlockDepth;
        const int parentheses = LetterLimits.ParenthesesDepth;
        const int parts = LetterLimits.ExpressionParts - parentheses;
        string expression = Repeat("(!", parentheses) + "supporter.name" + Repeat(" && !supporter.name", (parts - parentheses) / 2) + Repeat(")", parentheses);
        int chain = LetterLimits.OpenBranches - depth;
        string template = Repeat("{{ if supporter.name }}", depth) + Repeat("{{ else if supporter.name }}", chain - 1)
            + $"{{{{ else if {expression} }}}}" + "{{ personal_message }}" + Repeat("{{ end }}", depth);

        _ = Engines.Render(template, Examples.Model);
        _ = Engines.Render(template, Examples.Model with { SupporterName = "" });
    }

    [Theory]
    [InlineData("(", "supporter.name", ")", LetterLimits.ParenthesesDepth)]
    [InlineData("!", "supporter.name", "", LetterLimits.ExpressionParts)]
    [InlineData("", "supporter.name", " && supporter.name", LetterLimits.ExpressionParts)]
    [InlineData("", "supporter.name", " || supporter.name", LetterLimits.ExpressionParts)]
    [InlineData("", "(supporter.name | string.strip", ")", 1)]
    public void An_expression_at_its_bound(string before, string middle, string after, int count)
        => Assert.InRange(Engines.Render($"{{{{ if {Repeat(before, count)}{middle}{Repeat(after, count)} }}}}yes{{{{ end }}}}", Examples.Model).Length, 0, 3);

    [Fact]
    public void Pipes_at_their_bound()
        => Assert.Equal("AMINA DIALLO", Engines.Render($"{{{{ supporter.name {Repeat("| string.upcase ", LetterLimits.ExpressionParts)} }}}}", Examples.Model));

    [Fact]
    public void A_letter_at_its_bound()
    {
        LetterModel model = Examples.Model with { PersonalMessage = new string('x', 8192) };

        Assert.Equal(LetterLimits.LetterLength, Engines.Render(Repeat("{{ personal_message }}", 8), model).Length);
        Assert.All(LetterRenderers.All, engine => Assert.Throws<LetterTooLongException>(() => engine.Render(Engines.Parse(Repeat("{{ personal_message }}", 8) + "x"), model)));
    }

    [Fact]
    public async Task One_template_serves_many_threads()
    {
        ParsedTemplate template = Engines.Parse("{{ case (pick \"a\" \"b\") }}{{ when \"a\" }}{{ supporter.name | string.upcase }}{{ else }}{{ event.starts }}{{ end }}");
        LetterModel[] models = [.. Enumerable.Range(0, 200).Select(i => Examples.Model with { PickSeed = $"{i}", SupporterName = $"name {i}" })];
        string[] expected = [.. models.Select(model => LetterRenderers.Default.Render(template, model))];

        foreach (ILetterRenderer engine in LetterRenderers.All)
        {
            string[] letters = await Task.WhenAll(models.Select(model => Task.Run(() => engine.Render(template, model))));
            Assert.Equal(expected, letters);
        }
    }
}
