using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Tests.Letters;

public sealed class LetterSamplesTests
{
    [Fact]
    public void The_same_seed_is_the_same_person_and_another_is_another()
    {
        Assert.Equal(LetterSamples.Make("fr", 7), LetterSamples.Make("fr", 7));
        Assert.NotEqual(LetterSamples.Make("fr", 7).Name, LetterSamples.Make("fr", 8).Name);
    }

    [Theory]
    [InlineData("pt-BR", "BR", "pt-BR")]
    [InlineData("de", "AT", "de-AT")]
    [InlineData("de", "DE", "de")]
    [InlineData("cs", "CZ", "cs")]
    [InlineData("pt", "AO", "pt-BR")]
    [InlineData("sw", "KE", "en")]
    public void A_sample_speaks_the_nearest_language(string language, string country, string expected) =>
        Assert.Equal(expected, LetterSamples.Nearest(language, country));

    [Fact]
    public void Every_language_on_offer_makes_a_person() =>
        Assert.All(LetterSamples.Languages, l => Assert.NotEmpty(LetterSamples.Make(l.Tag, 1).Name));

    [Fact]
    public void A_Russian_has_a_Russian_name() => Assert.Contains(LetterSamples.Make("ru", 1).Name, c => c is >= 'А' and <= 'я');
}
