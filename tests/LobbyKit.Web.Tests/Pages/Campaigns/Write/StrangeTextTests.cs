using System.Net;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Pages.Campaigns.Write;

/// <summary>Text of every kind in every box: nothing breaks, nothing runs, and the letter has what was typed.</summary>
public sealed class StrangeTextTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private readonly TestApplication application = running.Application;

    public static TheoryData<string> Visible =>
    [
        "{{ supporter.name }} {% raw %} {{ 1/0 }}",
        "{{",
        "}} -}} {{- end }}",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\"' onmouseover=\"alert(1)",
        "'; DROP TABLE Letters; --",
        "😀👩‍👩‍👧‍👦🏳️‍🌈",
        "مرحبا بالعالم שלום עולם",
        "Zażółć gęślą jaźń ß İı",
        "a\u00A0b\u2003c",
        "one &amp; two &lt;",
        "%s %n %00 ${jndi:ldap://x}",
        "=?utf-8?q?hidden?=",
        "line one\nline two\n\nline three",
        ".\n.\nQUIT",
        "From me to you\n--\nsignature",
    ];

    public static TheoryData<string> Invisible =>
    [
        "a\u202Eb\u2066c",
        "a\rb\r\nc",
        "\uFEFFa\u200Bb",
        "\u0007\u001B[31m",
        "a\u2028b\u2029c",
        "\uFFFE\uFFFF",
        new string('x', 3000),
        new string('\n', 2999) + "x",
        string.Concat(Enumerable.Repeat("😀", 1500)),
        string.Concat(Enumerable.Repeat("e\u0301", 1500)),
    ];

    [Theory]
    [MemberData(nameof(Visible))]
    public async Task Ones_own_paragraph_stands_in_the_letter_exactly_as_it_was_typed(string text)
    {
        using var writer = new LetterWriter(application, Supporter.New() with { PersonalMessage = text });
        await writer.SubmitAsync();
        Assert.Contains($"\n\n{text}\n\n", writer.ShownBody, StringComparison.Ordinal);
        await writer.ConfirmAsync();

        var mail = await writer.Inbox.WaitForLetterAsync(writer.Supporter.Email);
        Assert.Contains($"\n\n{text}\n\n", mail.Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Null(writer.Browser.Page.QuerySelector("main script, main img, [onerror], [onmouseover]"));
    }

    [Theory]
    [MemberData(nameof(Visible))]
    [MemberData(nameof(Invisible))]
    public async Task No_text_in_any_box_breaks_a_page(string text)
    {
        string[] labels = ["Your name", "Your e-mail address", "Your town (you may leave it empty)", "Your own paragraph (you may leave it empty)"];
        foreach (var label in labels)
        {
            using var writer = new LetterWriter(application);
            await writer.OpenFormAsync("DE");
            writer.FillIn();
            writer.Browser.Fill(label, text);
            await writer.Browser.PressAsync(LetterWriter.CheckButton);

            Assert.Equal(HttpStatusCode.OK, writer.Browser.Status);
            Assert.Null(writer.Browser.Page.QuerySelector("main script, main img, [onerror], [onmouseover]"));
            if (writer.Browser.Heading == "Check your letter")
            {
                await writer.Browser.PressAsync(LetterWriter.SendButton);
                writer.RememberReceipt();
            }
            else
            {
                Assert.NotEmpty(writer.Browser.Summary);
            }
        }
    }

    [Theory]
    [InlineData("Ann\r\nBcc: victim@home.example", "Ann  Bcc: victim@home.example")]
    [InlineData("Ann\u202Egnp.exe", "Anngnp.exe")]
    [InlineData("Ann\u0007 Example", "Ann  Example")]
    public async Task A_name_is_one_line_that_reads_as_it_looks(string typed, string kept)
    {
        using var writer = new LetterWriter(application, Supporter.New() with { Name = typed });
        await writer.SubmitAsync();
        Assert.Contains($"\n{kept}\n", writer.ShownBody, StringComparison.Ordinal);
        await writer.ConfirmAsync();

        var mail = await writer.Inbox.WaitForLetterAsync(writer.Supporter.Email);
        Assert.Equal("", mail.Header("Bcc"));
        Assert.StartsWith("Ann", mail.From.TrimStart('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_character_is_refused_in_plain_words()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        writer.Browser.Fill("Your name", "a\0b");
        await writer.Browser.PressAsync(LetterWriter.CheckButton);

        Assert.Equal(HttpStatusCode.BadRequest, writer.Browser.Status);
        Assert.Equal("That did not work", writer.Browser.Heading);
    }

    [Fact]
    public async Task The_preview_takes_text_of_every_kind()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        var press = writer.Browser.Press(LetterWriter.CheckButton) with { Address = $"{TestApplication.Campaign}/write/DE?handler=Preview" };
        foreach (var text in Enumerable.Concat<object[]>(Visible, Invisible).Select(row => (string)row[0]))
        {
            foreach (var field in new[] { "Form.Name", "Form.Place", "Form.PersonalMessage", "Form.Language", "Form.Route" })
            {
                using var answer = await writer.Browser.AnswerToAsync(press.With(field, text));

                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                var html = await answer.Content.ReadAsStringAsync();
                Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
                Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
            }
        }
    }
}
