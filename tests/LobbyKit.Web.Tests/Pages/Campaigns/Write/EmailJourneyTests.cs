using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Pages.Campaigns.Write;

/// <summary>From the front page to the chancellor's office and back to the receipt, every step in a supporter's view.</summary>
public sealed class EmailJourneyTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private readonly TestApplication application = running.Application;

    [Fact]
    public async Task A_letter_goes_from_the_front_page_to_the_office()
    {
        using var writer = new LetterWriter(application);
        var browser = writer.Browser;
        await browser.OpenAsync("/");
        browser.Fill("Your country", "Deutschland");
        await browser.PressAsync("Continue");

        browser.Choose("By e-mail, sent for me");
        writer.FillIn();
        await browser.PressAsync("Check my letter");
        Assert.Equal("Check your letter", browser.Heading);
        var (subject, body) = (writer.ShownSubject, writer.ShownBody);
        Assert.Contains(writer.Supporter.PersonalMessage, body, StringComparison.Ordinal);
        Assert.Contains(writer.Supporter.Name, body, StringComparison.Ordinal);

        await browser.PressAsync("This is right: send me the link");
        writer.RememberReceipt();
        Assert.Equal("One more step: look into your mailbox", browser.Heading);
        Assert.Empty(await writer.Inbox.LettersOfAsync(writer.Supporter.Email));

        await OpenMailAsync(browser, writer.Supporter.Email);
        var links = browser.Page.QuerySelectorAll(".mail-text a").Select(Visitor.Line).ToList();
        Assert.Equal(2, links.Count);
        Assert.EndsWith(writer.ReceiptAddress, links[1], StringComparison.Ordinal);
        Assert.DoesNotContain(writer.Supporter.PersonalMessage.Split('\n')[0], browser.MainText, StringComparison.Ordinal);

        await browser.OpenAsync(new Uri(links[0]).PathAndQuery);
        Assert.Equal((subject, body), (writer.ShownSubject, writer.ShownBody));
        Assert.Equal(LetterState.AwaitingConfirmation, (await writer.LetterAsync()).State);
        Assert.Empty(await writer.OutboxAsync(MailKind.Letter));

        await browser.PressAsync("Send my letter");
        Assert.Equal(writer.ReceiptAddress, browser.Address);

        await writer.WaitForStateAsync(LetterState.Accepted);
        await OpenMailAsync(browser, "poststelle@bk.bund.de");
        var mail = await writer.Inbox.WaitForLetterAsync(writer.Supporter.Email);
        Assert.Contains("<poststelle@bk.bund.de>", mail.To, StringComparison.Ordinal);
        Assert.Contains($"{writer.Supporter.Name} via Keep Hope Alive", mail.From, StringComparison.Ordinal);
        Assert.EndsWith("<letters@campaign.example>", mail.From, StringComparison.Ordinal);
        Assert.Contains(writer.Supporter.Email, mail.Header("Reply-To"), StringComparison.Ordinal);
        Assert.Equal(subject, mail.Subject);
        Assert.Equal(body, mail.Text.ReplaceLineEndings("\n"));
        Assert.Equal(mail.Text.ReplaceLineEndings("\n"), browser.Page.QuerySelector(".mail-text")!.TextContent.ReplaceLineEndings("\n"));

        await writer.OpenReceiptAsync();
        Assert.Equal("Your letter has been delivered", browser.Heading);
        Assert.Equal((subject, body), (writer.ShownSubject, writer.ShownBody));
    }

    [Fact]
    public async Task Opening_the_link_again_and_again_changes_nothing()
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        var before = await writer.LetterAsync();

        var address = await writer.ConfirmAddressAsync();
        for (var i = 0; i < 3; i++)
        {
            await writer.Browser.OpenAsync(address);
        }

        var after = await writer.LetterAsync();
        Assert.Equal((before.State, before.Revision, before.StateAt), (after.State, after.Revision, after.StateAt));
        Assert.Empty(after.Events);
    }

    [Fact]
    public async Task Changing_the_letter_brings_back_all_that_was_typed()
    {
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();

        await writer.Browser.PressAsync("Change the letter");

        Assert.Equal("Write your letter", writer.Browser.Heading);
        Assert.Equal(writer.Supporter.Name, writer.Browser.Value("Your name"));
        Assert.Equal(writer.Supporter.Email, writer.Browser.Value("Your e-mail address"));
        Assert.Equal(writer.Supporter.Place, writer.Browser.Value("Your town (you may leave it empty)"));
        Assert.Equal(writer.Supporter.PersonalMessage, writer.Browser.Value("Your own paragraph (you may leave it empty)"));
        Assert.True(writer.ConsentBox.HasAttribute("checked"));
        await writer.Browser.PressAsync("Check my letter");
        Assert.Equal("Check your letter", writer.Browser.Heading);
    }

    [Fact]
    public async Task A_letter_that_changed_since_it_was_checked_is_shown_again_and_not_sent()
    {
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();

        await writer.Browser.SendAsync(writer.Browser.Press("This is right: send me the link").With("Form.Checked", "of yesterday"));

        Assert.Equal("Check your letter", writer.Browser.Heading);
        Assert.Contains("The letter has changed since you checked it", writer.Browser.MainText, StringComparison.Ordinal);
        await writer.Browser.PressAsync("This is right: send me the link");
        writer.RememberReceipt();
    }

    [Fact]
    public async Task The_language_of_the_letter_can_be_chosen()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        Assert.Equal("de", writer.ShownLanguage);

        writer.Browser.Choose("English");
        await writer.Browser.PressAsync("Check my letter");

        Assert.Equal("en", writer.ShownLanguage);
    }

    [Fact]
    public async Task Another_office_keeps_what_was_typed()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();

        await writer.Browser.PressAsync("Federal Minister for Foreign Affairs of Germany");

        Assert.Equal("Federal Minister for Foreign Affairs of Germany", Visitor.Line(writer.Browser.Page.QuerySelector(".recipient strong")));
        Assert.Equal(writer.Supporter.Name, writer.Browser.Value("Your name"));
        await writer.Browser.PressAsync("Check my letter");
        Assert.Contains("Federal Minister for Foreign Affairs of Germany", writer.Browser.MainText, StringComparison.Ordinal);
        await writer.Browser.PressAsync("This is right: send me the link");
        writer.RememberReceipt();
        var contactId = (await writer.LetterAsync()).ContactId;
        var minister = await application.WithDatabaseAsync(db => db.Contacts.FindAsync(contactId).AsTask());
        Assert.Equal("Federal Minister for Foreign Affairs of Germany", minister!.Office);
    }

    private static async Task OpenMailAsync(Visitor browser, string to)
    {
        await Wait.ForAsync($"mail to {to}", async () =>
        {
            await browser.OpenAsync("/en/mailbox");
            return browser.Page.QuerySelectorAll(".mails .card").FirstOrDefault(card => card.TextContent.Contains(to, StringComparison.OrdinalIgnoreCase));
        });
        var card = browser.Page.QuerySelectorAll(".mails .card").First(c => c.TextContent.Contains(to, StringComparison.OrdinalIgnoreCase));
        await browser.OpenAsync(card.QuerySelector("a")!.GetAttribute("href")!);
    }
}
