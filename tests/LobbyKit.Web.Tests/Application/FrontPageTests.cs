using System.Net;

namespace LobbyKit.Web.Tests.Application;

public sealed class FrontPageTests
{
    [Fact]
    public async Task The_front_page_is_the_one_open_campaign()
    {
        await using var application = new TestApplication();
        using var client = application.NewClient();

        var answer = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Keep Hope Alive", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
