using System.Net;

namespace LobbyKit.Web.Tests.Application;

public sealed class FrontPageTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    [Fact]
    public async Task The_front_page_is_the_one_open_campaign()
    {
        using var client = running.Application.NewClient();

        var answer = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Keep Hope Alive", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
