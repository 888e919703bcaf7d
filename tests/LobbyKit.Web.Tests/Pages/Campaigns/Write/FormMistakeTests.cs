using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Pages.Campaigns.Write;

/// <summary>Every rule of the form: what is said, where it is said, and that nothing typed is lost.</summary>
public sealed class FormMistakeTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private const string Name = "Your name";
    private const string Email = "Your e-mail address";
    private const string Place = "Your town (you may leave it empty)";
    private const string Paragraph = "Your own paragraph (you may leave it empty)";

    private static readonly string[] All = [Name, Email, Place, Paragraph];

    private readonly TestApplication application = running.Application;

    public static TheoryData<string, string, string> Rules => new()
    {
        { Name, "", "Enter your name: it stands under the letter." },
        { Name, "   ", "Enter your name: it stands under the letter." },
        { Name, "\r\n\t\u0007", "Enter your name: it stands under the letter." },
        { Name, "A", "Your name needs from 2 to 100 characters." },
        { Name, new string('a', 101), "Your name needs from 2 to 100 characters." },
        { Name, "=SUM(A1)", "A name cannot begin with =, +, - or @." },
        { Name, "+Ann", "A name cannot begin with =, +, - or @." },
        { Name, "-Ann", "A name cannot begin with =, +, - or @." },
        { Name, "@Ann", "A name cannot begin with =, +, - or @." },
        { Name, "See https://spam.example", "Enter a name, not a web address." },
        { Name, "See WWW.spam.example", "Enter a name, not a web address." },
        { Email, "", "Enter your e-mail address, so that we can send you the link to confirm." },
        { Email, "ann", "Enter an e-mail address like name@example.org." },
        { Email, "ann@", "Enter an e-mail address like name@example.org." },
        { Email, "@example.org", "Enter an e-mail address like name@example.org." },
        { Email, "ann@localhost", "Enter an e-mail address like name@example.org." },
        { Email, "ann@example.org, bob@example.org", "Enter an e-mail address like name@example.org." },
        { Email, "Ann <ann@example.org>", "Enter an e-mail address like name@example.org." },
        { Email, "ann@example.org\r\nBcc: bob@example.org", "Enter an e-mail address like name@example.org." },
        { Email, "änn@example.org", "Enter an e-mail address like name@example.org." },
        { Email, "poststelle@bk.bund.de", "This is the address of an office that is written to here. Enter your own." },
        { Email, " POSTSTELLE@BK.Bund.de ", "This is the address of an office that is written to here. Enter your own." },
        { Place, new string('a', 101), "The town can have 100 characters at most." },
        { Place, "=1+1", "Enter the name of your town." },
        { Place, "https://spam.example", "Enter the name of your town." },
        { Paragraph, new string('a', 3001), "Your paragraph has more than 3,000 characters. Shorten it a little." },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_mistake_is_told_beside_its_box_and_on_top_and_nothing_typed_is_lost(string label, string text, string error)
    {
        using var writer = new LetterWriter(application);
        var browser = writer.Browser;
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        browser.Fill(label, text);
        await browser.PressAsync(LetterWriter.CheckButton);

        Assert.Equal("Write your letter", browser.Heading);
        Assert.StartsWith("Error:", browser.Page.Title, StringComparison.Ordinal);
        Assert.Equal(error, browser.ErrorBeside(browser.Box(label)));
        var link = Assert.Single(browser.Page.QuerySelectorAll(".summary a"));
        Assert.Equal((error, $"#{browser.Box(label).Id}"), (Visitor.Line(link), link.GetAttribute("href")));
        foreach (var other in All.Where(l => l != label))
        {
            Assert.Null(browser.ErrorBeside(browser.Box(other)));
        }

        Assert.Equal(string.IsNullOrWhiteSpace(text) ? "" : text.ReplaceLineEndings("\n"), browser.Value(label).ReplaceLineEndings("\n"));
        AssertKept(writer, label);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_in_the_order_of_the_form()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.Browser.Fill(Place, "=1");
        writer.Browser.Fill(Paragraph, new string('a', 3001));
        await writer.Browser.PressAsync(LetterWriter.CheckButton);

        Assert.Equal(
            [
                "Enter your name: it stands under the letter.",
                "Enter your e-mail address, so that we can send you the link to confirm.",
                "Enter the name of your town.",
                "Your paragraph has more than 3,000 characters. Shorten it a little.",
                "Tick the box if you agree. Without it we may not pass your letter on.",
            ],
            writer.Browser.Summary);
        Assert.Equal("Tick the box if you agree. Without it we may not pass your letter on.", writer.Browser.ErrorBeside(writer.ConsentBox));
        Assert.All(
            writer.Browser.Page.QuerySelectorAll(".summary a"),
            link => Assert.NotNull(writer.Browser.Page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Without_consent_nothing_goes_on()
    {
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();

        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.SendButton).With("Form.Consent", null));

        Assert.Equal(["Tick the box if you agree. Without it we may not pass your letter on."], writer.Browser.Summary);
        AssertKept(writer, "");
    }

    [Fact]
    public async Task Without_our_sending_it_no_address_is_asked_for()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        writer.Browser.Choose("By post");
        writer.Browser.Fill(Email, "not an address");
        await writer.Browser.PressAsync(LetterWriter.CheckButton);

        Assert.Equal("Check your letter", writer.Browser.Heading);
        Assert.DoesNotContain("The office replies to", writer.Browser.MainText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_much_as_is_allowed_is_allowed()
    {
        var supporter = Supporter.New() with
        {
            Name = new string('n', 100),
            Place = new string('p', 100),
            PersonalMessage = string.Concat(Enumerable.Repeat("ab\r\n\r\n", 750))[..^4] + new string('c', 2),
        };
        using var writer = new LetterWriter(application, supporter);
        await writer.CheckAsync();

        Assert.Contains(supporter.PersonalMessage.ReplaceLineEndings("\n"), writer.ShownBody, StringComparison.Ordinal);
    }

    private static void AssertKept(LetterWriter writer, string butFor)
    {
        (string Label, string Text)[] typed =
        [
            (Name, writer.Supporter.Name), (Email, writer.Supporter.Email), (Place, writer.Supporter.Place), (Paragraph, writer.Supporter.PersonalMessage),
        ];
        foreach (var (label, text) in typed.Where(t => t.Label != butFor))
        {
            Assert.Equal(text, writer.Browser.Value(label).ReplaceLineEndings("\n"));
        }

        Assert.Equal(butFor.Length > 0, writer.ConsentBox.HasAttribute("checked"));
    }
}
