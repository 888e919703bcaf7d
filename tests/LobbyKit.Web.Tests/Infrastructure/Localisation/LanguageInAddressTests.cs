using System.Net;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Infrastructure.Localisation;

public sealed class LanguageInAddressTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private readonly TestApplication application = running.Application;

    [Theory]
    [InlineData("en", "ltr", "Which country")]
    [InlineData("fr", "ltr", "Depuis quel pays")]
    [InlineData("ar", "rtl", "من أي بلد")]
    public async Task A_page_is_in_the_language_of_its_address(string language, string direction, string question)
    {
        using var browser = new Visitor(application, acceptLanguage: "de, tr;q=0.5");
        await browser.OpenAsync($"/{language}/campaigns/keep-hope-alive");

        var html = browser.Page.DocumentElement;
        Assert.Equal((language, direction), (html.GetAttribute("lang"), html.GetAttribute("dir")));
        Assert.Equal([language], browser.Answer.Content.Headers.ContentLanguage);
        Assert.DoesNotContain("Accept-Language", browser.Answer.Headers.Vary);
        Assert.StartsWith(question, Visitor.Line(browser.Page.GetElementById("choose-title")), StringComparison.Ordinal);
        Assert.All(OwnLinks(browser), link => Assert.StartsWith($"/{language}/", link + "/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("fr-CA, en;q=0.5", "fr")]
    [InlineData("de, ar;q=0.8, en;q=0.5", "ar")]
    [InlineData("en;q=0.1, fr;q=0.2", "fr")]
    [InlineData("de", "en")]
    [InlineData("*", "en")]
    [InlineData("nonsense;;;q=x", "en")]
    public async Task An_address_without_a_language_is_answered_in_the_browsers(string accepted, string language)
    {
        using var browser = new Visitor(application, accepted);
        await browser.OpenAsync("/campaigns/keep-hope-alive");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(language, browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Accept-Language", browser.Answer.Headers.Vary);
        Assert.All(OwnLinks(browser), link => Assert.StartsWith($"/{language}/", link + "/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/ar/account/sign-in")]
    [InlineData("/ar/organise")]
    [InlineData("/ar/admin/people")]
    public async Task Pages_for_people_with_accounts_are_in_English_and_keep_the_way_back(string address)
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync(address);

        var html = browser.Page.DocumentElement;
        Assert.Equal(("en", "ltr"), (html.GetAttribute("lang"), html.GetAttribute("dir")));
        Assert.Equal("Sign in", browser.Heading);
        Assert.All(OwnLinks(browser), link => Assert.StartsWith("/ar/", link + "/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/FR/campaigns/keep-hope-alive")]
    [InlineData("/fr/campaigns/keep-hope-alive/")]
    public async Task An_address_is_understood_however_it_is_typed(string address)
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync(address);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("fr", browser.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_same_page_is_a_link_away_in_every_other_language()
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync("/en/campaigns/keep-hope-alive/country?q=congo");

        var links = browser.Page.QuerySelectorAll("nav.languages a").ToDictionary(a => a.GetAttribute("hreflang")!, a => a.GetAttribute("href")!);
        Assert.Equal(["ar", "en", "fr"], links.Keys.Order());
        Assert.All(links, l => Assert.Equal($"/{l.Key}/campaigns/keep-hope-alive/country?q=congo", l.Value));
        Assert.Equal("en", browser.Page.QuerySelector("nav.languages [aria-current]")!.GetAttribute("lang"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Changing_the_language_of_a_form_keeps_the_office_and_all_that_was_typed(bool atCheck)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        await writer.Browser.PressAsync("Federal Minister for Foreign Affairs of Germany");
        if (atCheck)
        {
            await writer.Browser.PressAsync(LetterWriter.CheckButton);
        }

        await writer.Browser.PressAsync("Français");

        var page = writer.Browser.Page;
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("/fr/", writer.Browser.Address, StringComparison.Ordinal);
        Assert.Equal(writer.Supporter.Name, page.GetElementById("Form_Name")!.GetAttribute("value"));
        Assert.Equal(writer.Supporter.PersonalMessage, page.GetElementById("Form_PersonalMessage")!.TextContent);
        Assert.Equal("Federal Minister for Foreign Affairs of Germany", Visitor.Line(page.QuerySelector(".recipient strong")));
    }

    [Fact]
    public async Task A_whole_journey_stays_in_its_language()
    {
        var supporter = Supporter.New();
        using var browser = new Visitor(application, "fr");
        await browser.OpenAsync("/");
        var inbox = new Inbox(application);
        var choose = browser.Press(Visitor.Line(browser.Page.QuerySelector(".choose button"))).With("q", "Allemagne");
        await browser.SendAsync(choose);
        var check = browser.Press(Visitor.Line(browser.Page.QuerySelector("#letter-form button.primary")))
            .With("Form.Name", supporter.Name).With("Form.Email", supporter.Email).With("Form.Consent", "true");
        await browser.SendAsync(check);
        await browser.PressAsync(Visitor.Line(browser.Page.QuerySelector("#letter-form button.primary")));

        Assert.StartsWith("/fr/letters/", browser.Address, StringComparison.Ordinal);
        var mail = await inbox.WaitForConfirmationAsync(supporter.Email);
        Assert.Equal("fr", mail.Header("Content-Language"));
        Assert.Contains("/fr/letters/", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/fr/nothing", "fr")]
    [InlineData("/ar/letters/nothing", "ar")]
    public async Task A_page_that_is_not_there_is_not_there_in_the_readers_language(string address, string language)
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal(language, browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual("There is no such page", browser.Heading);
    }

    private static List<string> OwnLinks(Visitor browser) =>
        [.. browser.Page.QuerySelectorAll("main a[href], header .name, form[action]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("action")!)
            .Where(h => h.StartsWith('/'))];
}
