using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("  a \t b  ", "a b")]
    [InlineData("a\r\nb", "a b")]
    [InlineData("a\nb\rc", "a b c")]
    [InlineData("a\0b\u0001\u007Fc", "abc")]
    [InlineData("a\u2028b\u2029c\u0085d\u00A0e", "a b c d e")]
    [InlineData("\u202Ea\u202C\u2066b\u2069\u200E\u200F\u061C", "ab")]
    [InlineData("a\uFEFF\u00AD\u200Bb", "ab")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("👩‍👩‍👧", "👩‍👩‍👧")]
    [InlineData("=?utf-8?Q?x?=", "= ?utf-8?Q?x?=")]
    [InlineData("e\u0301", "é")]
    [InlineData("", "")]
    public void Cleans(string text, string expected) => Assert.Equal(expected, HeaderText.Clean(text, 100));

    [Fact]
    public void Half_a_character_becomes_the_sign_for_one_that_is_missing() => Assert.Equal("a\uFFFDb", HeaderText.Clean("a" + '\ud800' + "b", 100));

    [Fact]
    public void Cuts_between_characters_and_not_inside_one()
    {
        var family = "👩‍👩‍👧";

        Assert.Equal(family, HeaderText.Clean(family + family, family.Length + 3));
        Assert.Equal("", HeaderText.Clean(family, 3));
        Assert.Equal("abc", HeaderText.Clean("abc   def", 4));
    }

    [Theory]
    [InlineData("Ada <ada@x.example>", "Ada ada x.example")]
    [InlineData("José \"Pepe\" Núñez", "José Pepe Núñez")]
    [InlineData("Smith, John", "Smith, John")]
    [InlineData("O'Neill-Åberg", "O'Neill-Åberg")]
    public void A_name_cannot_look_like_an_address(string text, string expected) => Assert.Equal(expected, HeaderText.CleanName(text));

    [Theory]
    [InlineData("Ada Lovelace", "Open Letters", "Ada Lovelace via Open Letters")]
    [InlineData("\r\n", "Open Letters", "Open Letters")]
    [InlineData("A\nB", "C\nD", "A B via C D")]
    public void A_letter_comes_from_its_supporter_by_way_of_the_campaign(string supporter, string campaign, string expected) =>
        Assert.Equal(expected, MailAddresses.NameVia(supporter, campaign));

    [Theory]
    [InlineData("ada@supporter.example", "ada@supporter.example")]
    [InlineData(" a.b+c@supporter.example ", "a.b+c@supporter.example")]
    [InlineData("post@bücher.example", "post@xn--bcher-kva.example")]
    [InlineData("root@localhost", "root@localhost")]
    public void Takes_plain_addresses(string text, string expected)
    {
        Assert.True(MailAddressText.TryNormalise(text, out var address));
        Assert.Equal(expected, address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("@b.example")]
    [InlineData("a@b@c.example")]
    [InlineData("a b@c.example")]
    [InlineData("\"a b\"@c.example")]
    [InlineData("a@c.example\n")]
    [InlineData("a@c.example\r\nBcc: x@y.example")]
    [InlineData("Ada <a@c.example>")]
    [InlineData("a@c.example, b@c.example")]
    [InlineData("a@-c.example")]
    [InlineData("a@c_d.example")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a..b@c.example")]
    [InlineData(".a@c.example")]
    [InlineData("ä@c.example")]
    [InlineData("a@c.example\0")]
    [InlineData("a@c..example")]
    public void Takes_nothing_else(string text) => Assert.False(MailAddressText.IsValid(text));

    [Fact]
    public void Takes_no_address_longer_than_a_server_must() =>
        Assert.False(MailAddressText.IsValid(new string('a', 65) + "@c.example"));
}
