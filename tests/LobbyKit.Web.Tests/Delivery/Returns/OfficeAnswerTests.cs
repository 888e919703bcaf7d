using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>An answer that came to the campaign's address goes on to the supporter, and to nobody else.</summary>
public sealed class OfficeAnswerTests(HookDesk desk) : IClassFixture<HookDesk>
{
    [Fact]
    public async Task It_goes_to_the_supporter_with_its_text_and_a_reply_goes_to_the_office()
    {
        var letter = await desk.AddLetterAsync();

        await desk.PostAsync(HookDesk.Sample("reply-in-html-with-files", letter));

        var mail = await desk.WaitForMailAsync(letter.Supporter.Email);
        Assert.Equal($"An answer to your letter: {letter.Office.Office}", mail.Header("Subject"));
        Assert.Contains("letters@campaign.example", mail.Header("From"), StringComparison.Ordinal);
        Assert.Contains("clerk@government.example", mail.Header("Reply-To"), StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.StartsWith("MAIL FROM:<letters+", mail.Sender, StringComparison.Ordinal);
        Assert.StartsWith("text/plain", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains($"Hello {letter.Supporter.Name},", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Antwort auf Ihr Schreiben über Rechte", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Thank you for your letter.\n\nThe minister has read it – twice.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("which we do not pass on: answer.pdf.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Une réponse à votre lettre")]
    [InlineData("ar", "رد على رسالتك")]
    public async Task It_is_told_in_the_supporters_language(string language, string subject)
    {
        var letter = await desk.AddLetterAsync(language: language);

        await desk.PostAsync(HookDesk.Sample("reply-by-thread", letter));

        var mail = await desk.WaitForMailAsync(letter.Supporter.Email);
        Assert.StartsWith(subject, mail.Header("Subject"), StringComparison.Ordinal);
        Assert.Equal(language, mail.Header("Content-Language"));
    }

    [Fact]
    public async Task A_letter_that_was_erased_is_answered_and_nothing_goes_on()
    {
        var letter = await desk.AddLetterAsync();
        using var browser = new Visitor(desk.Application);
        await browser.OpenAsync($"/en/letters/{letter.Receipt}");
        await browser.PressAsync("Erase everything now");

        Assert.Equal("Answered", (await desk.PostAsync(HookDesk.Sample("reply-by-thread", letter))).Answer);
        Assert.Equal(LetterState.Answered, (await desk.ReadAsync(letter)).State);
        Assert.Empty(await desk.NoticesAsync(letter));
    }

    [Fact]
    public async Task Two_systems_that_answer_each_other_in_peoples_names_come_to_an_end()
    {
        var letter = await desk.AddLetterAsync();
        var answers = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            answers.Add((await desk.PostAsync(HookDesk.Sample("reply-by-thread", letter))).Answer);
        }

        Assert.Equal(5, answers.Count(a => a == "Forwarded"));
        Assert.Equal(3, answers.Count(a => a == "Answered"));
        desk.Application.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal("Forwarded", (await desk.PostAsync(HookDesk.Sample("reply-by-thread", letter))).Answer);
    }

    [Fact]
    public async Task What_comes_back_about_a_forwarded_answer_is_never_answered_or_forwarded()
    {
        var letter = await desk.AddLetterAsync();
        await desk.PostAsync(HookDesk.Sample("reply-by-thread", letter));
        var notice = Assert.Single(await desk.NoticesAsync(letter));
        var about = letter with { OutboxId = notice.Id, MessageId = notice.MessageId, ReturnPath = desk.Application.Service<ReturnPaths>().For(notice.Id) };

        foreach (var file in new[] { "auto-submitted", "reply-by-thread", "reply-to-return-address", "report-no-such-user" })
        {
            Assert.Equal("Noted", (await desk.PostAsync(HookDesk.Sample(file, about))).Answer);
        }

        Assert.Single(await desk.NoticesAsync(letter));
        Assert.Equal(LetterState.Answered, (await desk.ReadAsync(letter)).State);
    }

    [Fact]
    public async Task An_answer_after_a_bounce_counts_as_an_answer()
    {
        var letter = await desk.AddLetterAsync();
        await desk.PostAsync(HookDesk.Sample("report-mailbox-full", letter));

        Assert.Equal("Forwarded", (await desk.PostAsync(HookDesk.Sample("reply-by-thread", letter))).Answer);
        Assert.Equal(LetterState.Answered, (await desk.ReadAsync(letter)).State);
    }
}
