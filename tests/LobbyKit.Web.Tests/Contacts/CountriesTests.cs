using System.Globalization;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Web.Tests.Contacts;

public sealed class CountriesTests
{
    private static readonly string[] Languages = ["en", "fr", "ar"];

    public static TheoryData<string> Codes => [.. Countries.All];

    [Fact]
    public void Every_country_where_people_live_is_there_once()
    {
        // ISO 3166-1 has 249: six of them have no people (AQ, BV, GS, HM, TF, UM), and Kosovo is added.
        Assert.Equal(244, Countries.All.Count);
        Assert.Equal(244, Countries.All.Distinct().Count());
        Assert.All(Countries.All, code => Assert.True(Countries.IsKnown(code)));
        Assert.True(Countries.IsKnown("EU") && Countries.IsKnown("XAU"));
        Assert.False(Countries.IsKnown("ZZ") || Countries.IsKnown("de") || Countries.IsKnown(""));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_country_is_found_by_its_code_and_by_its_name_in_each_language(string code)
    {
        Assert.Equal([code], Countries.Find(code, Languages));
        Assert.Equal([code], Countries.Find(code.ToLowerInvariant(), Languages));
        foreach (var language in Languages)
        {
            var name = CountryNames.Of(code, language);
            Assert.NotEqual(code, name);
            Assert.Contains(code, Countries.Find($"  {name.ToUpper(CultureInfo.InvariantCulture)} ", Languages));
            Assert.Equal([code], Countries.Find(name, [language]));
        }
    }

    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("England", "GB")]
    [InlineData("usa", "US")]
    [InlineData("America", "US")]
    [InlineData("United States of America", "US")]
    [InlineData("U.S.A.", "US")]
    [InlineData("Czech Republic", "CZ")]
    [InlineData("Korea", "KR")]
    [InlineData("Suomi", "FI")]
    [InlineData("Österreich", "AT")]
    [InlineData("osterreich", "AT")]
    [InlineData("Россия", "RU")]
    [InlineData("中国", "CN")]
    [InlineData("ivory coast", "CI")]
    [InlineData("Niger", "NE")]
    [InlineData("Guinea", "GN")]
    [InlineData("Dominica", "DM")]
    [InlineData("Switzerlnad", "CH")]
    [InlineData("Brasil", "BR")]
    [InlineData("Phillipines", "PH")]
    [InlineData("the netherlands", "NL")]
    [InlineData("The Gambia", "GM")]
    [InlineData("Palestine", "PS")]
    [InlineData("Russian Federation", "RU")]
    [InlineData("Northern Ireland", "GB")]
    [InlineData("St. Lucia", "LC")]
    [InlineData("Cote d'Ivoire", "CI")]
    public void What_people_write_is_understood(string typed, string code) => Assert.Equal([code], Countries.Find(typed, Languages));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Atlantis")]
    [InlineData("zz")]
    [InlineData("...")]
    public void What_is_no_country_is_none(string typed) => Assert.Empty(Countries.Find(typed, Languages));

    [Theory]
    [InlineData("congo", new[] { "CD", "CG" })]
    [InlineData("guin", new[] { "GN", "GW", "GQ" })]
    public void What_could_be_several_is_all_of_them(string typed, string[] codes)
    {
        var found = Countries.Find(typed, Languages);

        Assert.All(codes, code => Assert.Contains(code, found));
        Assert.True(found.Count <= 8);
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("a\uDE00")]
    public void Half_a_character_is_no_reason_to_fail(string typed) => Countries.Find(typed, Languages);

    [Fact]
    public void Countries_stand_in_the_order_of_the_readers_alphabet()
    {
        var french = Countries.In("fr").Select(c => c.Name).ToList();

        Assert.True(french.IndexOf("Égypte") < french.IndexOf("Fidji"));
        Assert.Equal(244, Countries.In("ar").Select(c => c.Name).Distinct().Count());
    }
}
