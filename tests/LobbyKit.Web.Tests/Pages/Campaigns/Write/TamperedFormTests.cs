using System.Net;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Campaigns.Write;

/// <summary>What no browser sends, and an attacker's program does.</summary>
public sealed class TamperedFormTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private readonly TestApplication application = running.Application;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("a.1700000000.c.d")]
    public async Task Without_a_ticket_of_ours_nothing_is_sent_and_everything_is_kept(string? ticket)
    {
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.SendButton).With("Form.Ticket", ticket));

        Assert.Equal("Write your letter", writer.Browser.Heading);
        Assert.Equal(["The page was open too long or came in incomplete. What you typed is still here: check it and continue."], writer.Browser.Summary);
        Assert.Equal(writer.Supporter.Name, writer.Browser.Value("Your name"));
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync(LetterWriter.SendButton);
        writer.RememberReceipt();
    }

    [Theory]
    [InlineData(LetterWriter.CheckButton)]
    [InlineData("Federal Minister for Foreign Affairs of Germany")]
    public async Task Without_the_forms_token_there_is_a_plain_page(string button)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        await writer.Browser.SendAsync(writer.Browser.Press(button).With("__RequestVerificationToken", null));

        Assert.Equal(HttpStatusCode.BadRequest, writer.Browser.Status);
        Assert.Equal("That did not work", writer.Browser.Heading);
    }

    [Fact]
    public async Task Another_visitors_token_does_not_do()
    {
        using var other = new LetterWriter(application);
        await other.OpenFormAsync("DE");
        var token = other.Browser.Press(LetterWriter.CheckButton).Fields.Single(f => f.Key == "__RequestVerificationToken").Value;
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.CheckButton).With("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.BadRequest, writer.Browser.Status);
    }

    // Germany's chancellor is written to by e-mail, form, post and phone; Japan's prime minister by form only.
    [Theory]
    [InlineData("DE", "Nonsense")]
    [InlineData("DE", "")]
    [InlineData("DE", "99")]
    [InlineData("DE", null)]
    [InlineData("JP", "Server")]
    [InlineData("JP", "Phone")]
    [InlineData("JP", "0")]
    [InlineData("JP", null)]
    public async Task A_letter_never_goes_a_way_that_the_office_lacks(string country, string? route)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync(country);
        writer.FillIn();
        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.CheckButton).With("Form.Route", route));
        Assert.Equal(HttpStatusCode.OK, writer.Browser.Status);
        if (writer.Browser.Heading != "Check your letter")
        {
            Assert.NotEmpty(writer.Browser.Summary);
            return;
        }

        await writer.Browser.PressAsync(country == "DE" ? LetterWriter.SendButton : "Continue to the form");
        writer.RememberReceipt();
        Assert.Equal(country == "DE" ? LetterRoute.Server : LetterRoute.WebForm, (await writer.LetterAsync()).Route);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Nonsense")]
    [InlineData("12")]
    public async Task A_way_that_is_not_there_does_not_spare_the_address(string? route)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        writer.Browser.Fill("Your e-mail address", "");
        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.CheckButton).With("Form.Route", route));

        Assert.Equal("Write your letter", writer.Browser.Heading);
        Assert.Contains("Enter your e-mail address, so that we can send you the link to confirm.", writer.Browser.Summary);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("xx-YY")]
    [InlineData("../../etc")]
    [InlineData("")]
    public async Task A_language_that_the_office_does_not_read_gives_way_to_its_own(string language)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.CheckButton).With("Form.Language", language));

        Assert.Equal("Check your letter", writer.Browser.Heading);
        Assert.Equal("de", writer.ShownLanguage);
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("-1")]
    [InlineData("abc")]
    [InlineData("99999999999999999999")]
    public async Task An_office_that_is_not_there_gives_way_to_the_countrys_first(string to)
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync($"{TestApplication.Campaign}/write/DE?to={to}");

        Assert.Equal("Write your letter", browser.Heading);
        Assert.Equal("Federal Chancellor of Germany", Visitor.Line(browser.Page.QuerySelector(".recipient strong")));
    }

    [Theory]
    [InlineData("/en/campaigns/nothing")]
    [InlineData("/en/campaigns/nothing/country?q=Germany")]
    [InlineData("/en/campaigns/nothing/write/DE")]
    [InlineData("/en/campaigns/nothing/no-office/NG")]
    [InlineData("/en/campaigns/nothing/accent.css")]
    [InlineData("/en/campaigns/KEEP%20HOPE/write/DE")]
    [InlineData("/en/letters/nothing")]
    [InlineData("/en/letters/nothing/confirm")]
    [InlineData("/en/letters/nothing/print")]
    [InlineData("/en/mailbox/nothing")]
    [InlineData("/en/mailbox/..%2f..%2fkeys")]
    [InlineData("/en/nothing")]
    [InlineData("/xx/campaigns/keep-hope-alive")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var browser = new Visitor(application);
        await browser.OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Equal("There is no such page", browser.Heading);
        Assert.Equal("/en", browser.Link("To the front page").GetAttribute("href")!.TrimEnd('/'));
    }

    [Theory]
    [InlineData("Form.PersonalMessage", 500_000)]
    [InlineData("Form.Nonsense", 500_000)]
    [InlineData("Form.Name", 5_000_000)]
    public async Task A_huge_form_is_refused_in_plain_words(string field, int length)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.CheckButton).With(field, new string('x', length)));

        Assert.True(writer.Browser.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{writer.Browser.Status}");
        Assert.True(writer.Browser.Heading is "Write your letter" or "Check your letter" or "That did not work", writer.Browser.Heading);
    }

    [Fact]
    public async Task A_form_of_thousands_of_fields_is_refused_in_plain_words()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        var press = writer.Browser.Press(LetterWriter.CheckButton);
        press.Fields.AddRange(Enumerable.Range(0, 5000).Select(i => new KeyValuePair<string, string>($"f{i}", "x")));
        await writer.Browser.SendAsync(press);

        Assert.Equal(HttpStatusCode.BadRequest, writer.Browser.Status);
        Assert.Equal("That did not work", writer.Browser.Heading);
    }

    [Theory]
    [InlineData("/en")]
    [InlineData(TestApplication.Campaign)]
    [InlineData(TestApplication.Campaign + "/write/DE?handler=Nonsense")]
    [InlineData("/en/letters/{receipt}")]
    [InlineData("/en/letters/{receipt}?handler=Nonsense")]
    [InlineData("/en/letters/{receipt}/print")]
    [InlineData("/en/mailbox")]
    public async Task A_button_that_no_page_has_does_no_harm(string address)
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        await writer.OpenFormAsync("DE");
        var press = writer.Browser.Press(LetterWriter.CheckButton) with { Address = address.Replace("{receipt}", writer.ReceiptToken, StringComparison.Ordinal) };
        using var posted = await writer.Browser.AnswerToAsync(press);
        Assert.True((int)posted.StatusCode < 500, $"{posted.StatusCode}");

        await writer.Browser.OpenAsync(press.Address);
        Assert.True((int)writer.Browser.Status < 500, $"{writer.Browser.Status}");
        Assert.Equal(LetterState.AwaitingConfirmation, (await writer.LetterAsync()).State);
    }

    [Fact]
    public async Task A_closed_campaign_takes_no_letter_and_no_confirmation()
    {
        using var own = new TestApplication();
        using var writer = new LetterWriter(own);
        await writer.SubmitAsync();
        var link = await writer.ConfirmAddressAsync();
        await writer.Browser.OpenAsync(link);
        using var late = new LetterWriter(own);
        await late.CheckAsync();
        await own.ChangeDatabaseAsync(async db => (await db.Campaigns.SingleAsync()).ClosesAt = own.Clock.GetUtcNow().UtcDateTime);

        await late.Browser.PressAsync(LetterWriter.SendButton);
        Assert.Contains("This campaign is closed. It takes no more letters.", late.Browser.MainText, StringComparison.Ordinal);
        await writer.Browser.PressAsync(LetterWriter.ConfirmButton);
        Assert.Contains("This letter can no longer be sent", writer.Browser.MainText, StringComparison.Ordinal);
        await writer.Browser.OpenAsync(link);
        Assert.False(writer.Browser.HasButton(LetterWriter.ConfirmButton));
        Assert.Equal(1, await own.WithDatabaseAsync(db => db.Letters.CountAsync()));
        Assert.Equal(LetterState.AwaitingConfirmation, (await writer.LetterAsync()).State);
    }
}
