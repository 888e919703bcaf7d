using System.Net;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Pages.Campaigns;

public sealed class CountryTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    [Theory]
    [InlineData("Deutschland", "DE")]
    [InlineData("germany", "DE")]
    [InlineData("DE", "DE")]
    [InlineData("de", "DE")]
    [InlineData(" germeny ", "DE")]
    [InlineData("GERMANY", "DE")]
    [InlineData("Germäny", "DE")]
    [InlineData("Allemagne", "DE")]
    [InlineData("العراق", "IQ")]
    [InlineData("Côte d'Ivoire", "CI")]
    [InlineData("cote d’ivoire", "CI")]
    [InlineData("Türkiye", "TR")]
    [InlineData("日本", "JP")]
    [InlineData("holland", "NL")]
    public async Task A_typed_country_leads_to_its_form(string typed, string code)
    {
        using var browser = await AskAsync(typed);

        Assert.Matches($"^{TestApplication.Campaign}/(write|no-office)/{code}$", browser.Address);
    }

    [Fact]
    public async Task A_name_of_several_countries_is_asked_back()
    {
        using var browser = await AskAsync("congo");

        Assert.Equal("Which one do you mean?", browser.ErrorBeside(browser.Box("Your country")));
        Assert.Equal(["Congo - Kinshasa", "Congo - Brazzaville"], browser.Page.QuerySelectorAll(".choices a").Select(Visitor.Line));
        await browser.OpenAsync(browser.Page.QuerySelector(".choices a")!.GetAttribute("href")!);
        Assert.EndsWith("/no-office/CD", browser.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("x")]
    [InlineData("{{ supporter.name }}")]
    [InlineData("'; drop table Letters; --")]
    public async Task An_unknown_country_is_said_to_be_unknown_and_kept(string typed)
    {
        using var browser = await AskAsync(typed);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("We do not know", browser.ErrorBeside(browser.Box("Your country")), StringComparison.Ordinal);
        Assert.Equal(typed, browser.Value("Your country"));
        Assert.Null(browser.Page.QuerySelector("main script"));
    }

    [Fact]
    public async Task Text_of_any_length_and_kind_is_taken_for_a_country()
    {
        string[] all = [new string('a', 99) + "😀", new string('é', 1000), "\0", "\u202E", "😀", "\uFFFF", "é̂̂̂̂"];
        foreach (var typed in all)
        {
            using var browser = await AskAsync(typed);

            Assert.Equal(HttpStatusCode.OK, browser.Status);
        }
    }

    [Fact]
    public async Task Every_country_is_a_link_on_the_page_of_all_countries()
    {
        using var browser = new Visitor(running.Application);
        await browser.OpenAsync(TestApplication.Campaign);
        await browser.FollowAsync("See all countries");
        await browser.FollowAsync("Sweden");

        Assert.EndsWith("/write/SE", browser.Address, StringComparison.Ordinal);
    }

    private async Task<Visitor> AskAsync(string typed)
    {
        var browser = new Visitor(running.Application);
        await browser.OpenAsync("/");
        browser.Fill("Your country", typed);
        await browser.PressAsync("Continue");
        return browser;
    }
}
