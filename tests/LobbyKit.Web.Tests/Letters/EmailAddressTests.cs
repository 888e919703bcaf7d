using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Tests.Letters;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ann@example.org")]
    [InlineData("a@b.co")]
    [InlineData("Ann.Other+letters@mail.example.co.uk")]
    [InlineData("ann_o'neill@example.org")]
    [InlineData("ann@bücher.example")]
    [InlineData("ann@xn--bcher-kva.example")]
    [InlineData("ann@例え.テスト")]
    [InlineData("ann@пример.рф")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234@example.org")]
    public void A_plain_address_is_one_and_mail_can_go_to_it(string address)
    {
        Assert.True(EmailAddress.IsValid(address));
        Assert.True(MailAddressText.IsValid(address));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("ann")]
    [InlineData("@example.org")]
    [InlineData("ann@")]
    [InlineData("ann@localhost")]
    [InlineData("ann@127.0.0.1")]
    [InlineData("ann@[127.0.0.1]")]
    [InlineData(".ann@example.org")]
    [InlineData("ann.@example.org")]
    [InlineData("an..n@example.org")]
    [InlineData("ann@example..org")]
    [InlineData("ann@.example.org")]
    [InlineData("ann@example.org.")]
    [InlineData("ann@-example.org")]
    [InlineData("ann@example-.org")]
    [InlineData("ann@exa_mple.org")]
    [InlineData("ann@bob@example.org")]
    [InlineData("\"ann\"@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann@example.org,bob@example.org")]
    [InlineData("ann@example.org;bob@example.org")]
    [InlineData("ann @example.org")]
    [InlineData("ann@example.org\r\nBcc: bob@example.org")]
    [InlineData("ann\0@example.org")]
    [InlineData("änn@example.org")]
    [InlineData("ann(comment)@example.org")]
    [InlineData("ann@exam\u00ADple.org@")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345@example.org")]
    public void Anything_else_is_none(string text) => Assert.False(EmailAddress.IsValid(text));

    [Fact]
    public void No_address_is_longer_than_mail_servers_take()
    {
        var longest = $"ann@{string.Join('.', Enumerable.Repeat(new string('a', 61), 4))}.de";
        Assert.Equal(254, longest.Length);
        Assert.True(EmailAddress.IsValid(longest));
        Assert.False(EmailAddress.IsValid("x" + longest));
    }

    [Theory]
    [InlineData("Ann@Example.ORG", "ann@example.org")]
    [InlineData("ann+letters@example.org", "ann@example.org")]
    [InlineData("ann+a+b@example.org", "ann@example.org")]
    [InlineData("+ann@example.org", "+ann@example.org")]
    [InlineData("a.n.n@example.org", "a.n.n@example.org")]
    [InlineData("A.n.N+x@Gmail.com", "ann@gmail.com")]
    [InlineData("ann@googlemail.com", "ann@gmail.com")]
    [InlineData("ann@BÜCHER.example", "ann@xn--bcher-kva.example")]
    [InlineData("ann@xn--bcher-kva.example", "ann@xn--bcher-kva.example")]
    [InlineData("ANNI@example.org", "anni@example.org")]
    public void One_mailbox_has_one_form(string typed, string canonical) => Assert.Equal(canonical, EmailAddress.Canonical(typed));
}
