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

    [Theory]
    [InlineData("büro@regierung.example")]
    [InlineData("пост@пример.рф")]
    [InlineData("事務所@例え.テスト")]
    [InlineData("مكتب@example.org")]
    [InlineData("office@government.example")]
    public void An_office_may_have_letters_of_every_script_before_the_at(string address)
    {
        Assert.True(EmailAddress.IsValidOfOffice(address));
        Assert.True(MailAddressText.TryNormaliseInternational(address, out var normal));
        Assert.Equal(address.Split('@')[0], normal.Split('@')[0]);
        Assert.All(MailAddressText.Domain(normal), c => Assert.True(char.IsAscii(c)));
    }

    [Theory]
    [InlineData("of\u202Efice@government.example")]
    [InlineData("of\u200Bfice@government.example")]
    [InlineData("of\u00A0fice@government.example")]
    [InlineData("office\u0000@government.example")]
    [InlineData("office\r\nRCPT TO:<x@y.example>@government.example")]
    [InlineData("büro>@government.example")]
    [InlineData("büro <büro@government.example>")]
    [InlineData("\ud800@government.example")]
    [InlineData("büro\uff20government.example")]
    [InlineData("ééééééééééééééééééééééééééééééééé@government.example")]
    [InlineData("büro@government")]
    [InlineData("🕊@government.example")]
    public void But_nothing_that_is_invisible_or_no_letter(string address) => Assert.False(EmailAddress.IsValidOfOffice(address));

    [Fact]
    public void Letters_that_look_alike_are_one_address()
    {
        Assert.True(MailAddressText.TryNormaliseInternational("bu\u0308ro@government.example", out var composed));
        Assert.Equal("b\u00FCro@government.example", composed);
    }
}
