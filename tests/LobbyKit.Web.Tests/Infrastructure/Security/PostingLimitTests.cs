using System.Net;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Infrastructure.Security;

public sealed class PostingLimitTests : IDisposable
{
    private readonly TestApplication application = new(new() { ["LobbyKit:Limits:PostsPerTenMinutes"] = "6" });

    [Fact]
    public async Task Whoever_posts_too_much_gets_a_plain_page_in_the_pages_language()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        var press = writer.Browser.Press(LetterWriter.CheckButton);
        for (var i = 0; i < 6; i++)
        {
            using var answer = await writer.Browser.AnswerToAsync(press);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await writer.Browser.SendAsync(press);
        Assert.Equal(HttpStatusCode.TooManyRequests, writer.Browser.Status);
        Assert.Equal("A little too fast", writer.Browser.Heading);
        Assert.NotNull(writer.Browser.Answer.Headers.RetryAfter);

        await writer.Browser.SendAsync(press with { Address = press.Address.Replace("/en/", "/fr/", StringComparison.Ordinal) });
        Assert.Equal(HttpStatusCode.TooManyRequests, writer.Browser.Status);
        Assert.Equal("fr", writer.Browser.Page.DocumentElement.GetAttribute("lang"));

        await writer.OpenFormAsync("DE");
        Assert.Equal(HttpStatusCode.OK, writer.Browser.Status);
    }

    [Fact]
    public async Task A_live_preview_does_not_use_up_the_posts()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        var press = writer.Browser.Press(LetterWriter.CheckButton);
        for (var i = 0; i < 50; i++)
        {
            using var answer = await writer.Browser.AnswerToAsync(press with { Address = $"{TestApplication.Campaign}/write/DE?handler=Preview" });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await writer.Browser.SendAsync(press);
        Assert.Equal("Check your letter", writer.Browser.Heading);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("Preview&handler=Send")]
    [InlineData("Send&handler=Preview")]
    public async Task No_trick_with_the_address_makes_a_post_a_preview(string handler)
    {
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        var press = writer.Browser.Press(LetterWriter.SendButton) with { Address = $"{TestApplication.Campaign}/write/DE?handler={handler}" };
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
        {
            using var answer = await writer.Browser.AnswerToAsync(press);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    public void Dispose() => application.Dispose();
}
