using System.Globalization;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Web.Tests.Infrastructure.Localisation;

public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("DE", "en", "Germany")]
    [InlineData("DE", "fr", "Allemagne")]
    [InlineData("DE", "ar", "ألمانيا")]
    [InlineData("DE", "ja", "ドイツ")]
    [InlineData("DE", "pt-BR", "Alemanha")]
    [InlineData("EU", "de", "Europäische Union")]
    [InlineData("XAU", "fr", "Union africaine")]
    [InlineData("XAU", "sw", "African Union")]
    [InlineData("XK", "en", "Kosovo")]
    [InlineData("FR", "en", "France")]
    public void A_country_has_its_name_in_every_language(string code, string language, string name) =>
        Assert.Equal(name, CountryNames.Of(code, language));

    [Fact]
    public void Names_with_brackets_of_their_own_are_whole()
    {
        foreach (var language in new[] { "en", "fr", "ar", "de", "es", "it", "ja", "pt-BR", "tr", "zh-Hans" })
        {
            foreach (var name in Countries.All.Select(code => CountryNames.Of(code, language)))
            {
                Assert.Equal(name.Count(c => c is '(' or '（'), name.Count(c => c is ')' or '）'));
                Assert.Equal(name.Trim(), name);
                Assert.NotEmpty(name);
            }
        }
    }

    [Fact]
    public void Asking_leaves_the_readers_language_as_it_was()
    {
        var before = CultureInfo.CurrentUICulture;
        CountryNames.Of("SE", "ar");
        CountryNames.Of("nonsense!", "ar");

        Assert.Equal(before, CultureInfo.CurrentUICulture);
    }

    [Theory]
    [InlineData("QQ")]
    [InlineData("nonsense!")]
    public void A_code_of_no_country_is_its_own_name(string code) => Assert.Equal(code, CountryNames.Of(code, "en"));
}
