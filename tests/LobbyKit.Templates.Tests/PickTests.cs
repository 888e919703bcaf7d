namespace LobbyKit.Templates.Tests;

public class PickTests
{
    private const int Supporters = 6_000;

    [Fact]
    public void One_supporter_always_gets_the_same_text()
    {
        ParsedTemplate template = Engines.Parse("{{ pick \"a\" \"b\" \"c\" }}{{ pick \"a\" \"b\" \"c\" }}");

        Assert.Single(Enumerable.Range(0, 50).Select(_ => Engines.Render(template, Examples.Model)).Distinct());
    }

    [Fact]
    public void The_choice_is_the_same_in_every_release()
        => Assert.Equal("cbaa", Engines.Render("{{ pick \"a\" \"b\" \"c\" }}{{ pick \"a\" \"b\" \"c\" }}{{ pick \"a\" \"b\" \"c\" }}{{ pick \"a\" \"b\" \"c\" }}", Examples.Model with { PickSeed = "letter 1" }));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(20)]
    public void Texts_are_spread_evenly_over_supporters(int count)
    {
        ParsedTemplate template = Engines.Parse($"{{{{ pick {string.Join(' ', Enumerable.Range(0, count).Select(i => $"\"{i}\""))} }}}}");

        int[] counts = [.. Supported(template).GroupBy(text => text).Select(group => group.Count())];

        // The 99.99 % bound of chi-squared; a fixed set of seeds, so no chance is left in it.
        double expected = (double)Supporters / count;
        double chiSquared = counts.Sum(n => Math.Pow(n - expected, 2) / expected);
        Assert.Equal(count, counts.Length);
        Assert.True(chiSquared < count - 1 + 4 * Math.Sqrt(2 * (count - 1)) + 8, $"chi-squared {chiSquared}");
    }

    [Fact]
    public void Picks_of_one_letter_are_independent()
    {
        ParsedTemplate template = Engines.Parse("{{ pick \"a\" \"b\" }}{{ pick \"a\" \"b\" }}{{ if true }}{{ pick \"a\" \"b\" }}{{ end }}");

        Assert.All(Supported(template).GroupBy(text => text), group => Assert.InRange(group.Count(), Supporters / 8 * 0.85, Supporters / 8 * 1.15));
        Assert.Equal(8, Supported(template).Distinct().Count());
    }

    [Fact]
    public void Which_pick_it_is_counts_and_not_where_it_stands()
    {
        string one = Engines.Render("{{ pick \"a\" \"b\" \"c\" }}{{ pick \"a\" \"b\" \"c\" }}", Examples.Model);
        string other = Engines.Render("{{ supporter.place -}} {{- pick \"a\" \"b\" \"c\" }}{{# a comment }}{{ pick \"a\" \"b\" \"c\" }}", Examples.Model with { SupporterPlace = "" });

        Assert.Equal(one, other);
    }

    [Fact]
    public void A_case_over_a_pick_chooses_whole_paragraphs()
    {
        ParsedTemplate template = Engines.Parse("{{ case (pick \"a\" \"b\") }}{{ when \"a\" }}first{{ when \"b\" }}second{{ end }}");

        Assert.Equal(["first", "second"], Supported(template).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Supported(ParsedTemplate template)
        => Enumerable.Range(0, Supporters).Select(i => LetterRenderers.Default.Render(template, Examples.Model with { PickSeed = $"letter {i}" }));
}
