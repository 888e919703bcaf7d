using System.Text;
using LobbyKit.Web.Delivery.Mailbox;

namespace LobbyKit.Web.Tests.Delivery.Mailbox;

public sealed class ReadableMailTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=?utf-8?Q?Gr=C3=BC=C3=9Fe_an_alle?=", "Grüße an alle")]
    [InlineData("=?UTF-8?b?5Lq65qip?=", "人権")]
    [InlineData("=?utf-8?B?5Lq6?= =?utf-8?B?5qip?=", "人権")]
    [InlineData("=?utf-8?B?5Lq65g==?= =?utf-8?B?qKk=?=", "人権")]
    [InlineData("=?iso-8859-1?Q?Gr=FC=DFe?=", "Grüße")]
    [InlineData("=?utf-8*de?Q?Hallo?=", "Hallo")]
    [InlineData("=?utf-8?Q?a?= b =?utf-8?Q?c?=", "a b c")]
    [InlineData("=?no-such-set?Q?a?=", "a")]
    [InlineData("=?utf-8?B?!!!?=", "")]
    [InlineData("=?utf-8?Q?=ZZ=?=", "=ZZ=")]
    [InlineData("=?utf-8?X?a?=", "=?utf-8?X?a?=")]
    [InlineData("=?utf-8?Q?open", "=?utf-8?Q?open")]
    public void Decodes_words_in_headers(string raw, string expected) => Assert.Equal(expected, Read($"Subject: {raw}\r\n\r\n").Subject);

    [Fact]
    public void Unfolds() => Assert.Equal("a b c", Read("X: y\r\nSubject: a\r\n b\r\n\tc\r\n\r\n").Subject);

    [Theory]
    [InlineData("7bit", "a\r\nb\r\n", "a\nb\n")]
    [InlineData("8bit", "\u00c3\u00a9\r\n", "é\n")]
    [InlineData("quoted-printable", "caf=C3=A9 =\r\nau lait\r\n=2E\r\nend=20\r\n", "café au lait\n.\nend \n")]
    [InlineData("quoted-printable", "half=\r\n", "half")]
    [InlineData("quoted-printable", "=ZZ=4", "=ZZ=4")]
    [InlineData("base64", "Y2Fmw6\r\nkK\r\n", "café\n")]
    [InlineData("BASE64", "Y2Fmw6kK!!", "café\n")]
    [InlineData("base64", "Y2Fmw", "caf")]
    [InlineData("", "as it is", "as it is")]
    public void Decodes_the_text(string encoding, string body, string expected) =>
        Assert.Equal(expected, Read($"Content-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}").Text);

    [Fact]
    public void Finds_the_text_among_parts()
    {
        var mail = Read(
            "Content-Type: multipart/alternative; boundary=\"x y\"\r\n\r\npreamble\r\n--x y\r\nContent-Type: text/html\r\n\r\n<p>\r\n"
            + "--x y\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nfound\r\n--x y--\r\n");

        Assert.Equal("found", mail.Text.Trim());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("no headers at all")]
    [InlineData(":\r\n::\r\n\r\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a")]
    [InlineData("Content-Type: text/html\r\n\r\n<p>")]
    public void Reads_anything_without_complaint(string source) => Assert.NotNull(Read(source).Text);

    [Fact]
    public void Rubbish_is_shown_as_it_is()
    {
        var bytes = new byte[20_000];
        var random = new Random(20130905);
        for (var i = 0; i < 100; i++)
        {
            random.NextBytes(bytes);
            Assert.Equal(bytes, ReadableMail.Parse("x", bytes).Source);
        }
    }

    [Fact]
    public void Makes_links_of_web_addresses_and_of_nothing_else()
    {
        var parts = LinkedText.Split(
            "See https://a.example/x?y=1&z=2. And (http://b.example/p), javascript:alert(1) data:text/html,x ftp://c.example "
            + "https://user:pass@d.example <https://e.example/>\"https://f.example\"").ToList();

        Assert.Equal(["https://a.example/x?y=1&z=2", "http://b.example/p", "https://e.example/", "https://f.example"], parts.Where(p => p.IsAddress).Select(p => p.Text));
        Assert.Equal("See ", parts[0].Text);
        Assert.Contains("javascript:alert(1)", parts.Single(p => p.Text.Contains("javascript", StringComparison.Ordinal)) is { IsAddress: false } text ? text.Text : "", StringComparison.Ordinal);
    }

    private static ReadableMail Read(string source) => ReadableMail.Parse("x", Encoding.Latin1.GetBytes(source));
}
