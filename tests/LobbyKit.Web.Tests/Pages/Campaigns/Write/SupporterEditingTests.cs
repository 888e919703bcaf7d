using AngleSharp.Html.Dom;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Campaigns.Write;

/// <summary>How much of a letter supporters may write, and by which channels it may go: what organisers set is what supporters get.</summary>
public sealed class SupporterEditingTests : IDisposable
{
    private const string LetterBox = "Your letter, in German";

    private readonly TestApplication application = new();

    [Fact]
    public async Task With_everything_the_words_that_arrive_are_the_supporters_and_are_no_template()
    {
        await SetAsync(c => c.Editing = SupporterEditing.Everything);
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        Assert.Contains(writer.Supporter.PersonalMessage.Split('\n')[0], writer.Browser.Value(LetterBox), StringComparison.Ordinal);
        writer.Browser.Fill("Subject", "Mine {{ supporter.name }}");
        writer.Browser.Fill(LetterBox, "Servus!\r\n\r\n{{ contact.office }} <b>so</b> {% if %}\r\n\r\nIch");

        await writer.Browser.PressAsync(LetterWriter.SendButton);

        writer.RememberReceipt();
        Assert.Contains("Servus!", writer.Browser.MainText, StringComparison.Ordinal);
        await writer.ConfirmAsync();
        var mail = await writer.Inbox.WaitForLetterAsync(writer.Supporter.Email);
        Assert.Equal("Mine {{ supporter.name }}", mail.Subject);
        Assert.Equal("Servus!\n\n{{ contact.office }} <b>so</b> {% if %}\n\nIch", mail.Text.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task With_everything_an_untouched_letter_is_the_campaigns()
    {
        await SetAsync(c => c.Editing = SupporterEditing.Everything);
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        var shown = writer.Browser.Value(LetterBox).Trim();

        await writer.Browser.PressAsync(LetterWriter.SendButton);
        writer.RememberReceipt();
        await writer.ConfirmAsync();

        Assert.Equal(shown, (await writer.Inbox.WaitForLetterAsync(writer.Supporter.Email)).Text.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task Own_words_survive_going_back_and_can_be_given_up()
    {
        await SetAsync(c => c.Editing = SupporterEditing.Everything);
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        writer.Browser.Fill(LetterBox, "All my own.");
        await writer.Browser.PressAsync("Change the letter");
        Assert.Contains("This is your own wording.", writer.Browser.MainText, StringComparison.Ordinal);

        writer.Browser.Fill("Your town (you may leave it empty)", "Elsewhere");
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        Assert.Equal("All my own.", writer.Browser.Value(LetterBox).Trim());
        await writer.Browser.PressAsync("Start again from the campaign’s letter");

        Assert.DoesNotContain("All my own.", writer.Browser.Html, StringComparison.Ordinal);
        Assert.Contains("Elsewhere", writer.Browser.Value(LetterBox), StringComparison.Ordinal);
        await writer.Browser.PressAsync(LetterWriter.SendButton);
        writer.RememberReceipt();
        Assert.DoesNotContain("All my own.", writer.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_words_have_bounds_and_mistakes_are_said_beside_them()
    {
        await SetAsync(c => c.Editing = SupporterEditing.Everything);
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        writer.Browser.Fill("Subject", "");
        writer.Browser.Fill(LetterBox, new string('a', 20_001));

        await writer.Browser.PressAsync(LetterWriter.SendButton);

        Assert.Equal("Check your letter", writer.Browser.Heading);
        Assert.StartsWith("Enter a subject", writer.Browser.ErrorBeside(writer.Browser.Box("Subject")), StringComparison.Ordinal);
        Assert.StartsWith("The letter can have 20,000 characters", writer.Browser.ErrorBeside(writer.Browser.Box(LetterBox)), StringComparison.Ordinal);
        Assert.Equal(20_001, writer.Browser.Value(LetterBox).Trim().Length);
        Assert.Equal(0, await application.WithDatabaseAsync(db => db.Letters.CountAsync()));

        writer.Browser.Fill("Subject", "");
        writer.Browser.Fill(LetterBox, " ");
        await writer.Browser.PressAsync(LetterWriter.SendButton);
        Assert.StartsWith("The letter is empty.", writer.Browser.ErrorBeside(writer.Browser.Box(LetterBox)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SupporterEditing.OwnParagraph)]
    [InlineData(SupporterEditing.Nothing)]
    public async Task Where_it_is_not_allowed_nobody_words_the_letter(SupporterEditing editing)
    {
        await SetAsync(c => c.Editing = editing);
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        Assert.Equal(editing == SupporterEditing.OwnParagraph, writer.Browser.HasLabel("Your own paragraph (you may leave it empty)"));
        writer.Browser.Fill("Your name", writer.Supporter.Name);
        writer.Browser.Fill("Your e-mail address", writer.Supporter.Email);
        writer.Browser.Tick(writer.ConsentBox);
        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.CheckButton).With("Form.PersonalMessage", "Smuggled paragraph"));
        Assert.Null(writer.Browser.Page.QuerySelector("textarea"));
        Assert.Equal(editing == SupporterEditing.OwnParagraph, writer.ShownBody.Contains("Smuggled paragraph", StringComparison.Ordinal));

        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.SendButton)
            .With("Form.Subject", "Smuggled").With("Form.Body", "Smuggled text").With("Form.Given", "another"));

        writer.RememberReceipt();
        await writer.ConfirmAsync();
        var mail = await writer.Inbox.WaitForLetterAsync(writer.Supporter.Email);
        Assert.DoesNotContain("Smuggled", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Smuggled text", mail.Text, StringComparison.Ordinal);
        Assert.Equal(editing == SupporterEditing.OwnParagraph, mail.Text.Contains("Smuggled paragraph", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_channels_that_are_allowed_are_offered_and_taken()
    {
        await SetAsync(c => c.Channels = [ChannelKind.Post, ChannelKind.Phone]);
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        var offered = writer.Browser.Page.QuerySelectorAll("input[name='Form.Route']").Select(i => i.GetAttribute("value")).ToList();
        Assert.NotEmpty(offered);
        Assert.Empty(offered.Except(["Post", "Phone"]));

        writer.Browser.Fill("Your name", writer.Supporter.Name);
        writer.Browser.Tick(writer.ConsentBox);
        await writer.Browser.SendAsync(writer.Browser.Press(LetterWriter.CheckButton).With("Form.Route", "Server").With("Form.Email", writer.Supporter.Email));

        Assert.Equal(offered[0], ((IHtmlInputElement)writer.Browser.Page.QuerySelector("input[name='Form.Route']")!).Value);
    }

    [Fact]
    public async Task An_office_without_an_allowed_channel_is_not_offered()
    {
        var onlyByForm = await application.WithDatabaseAsync(db => db.Contacts.Include(c => c.Channels)
            .Where(c => c.Channels.Count > 0 && c.Channels.All(ch => ch.Kind != ChannelKind.Email)).Select(c => c.CountryCode).ToListAsync());
        var byMail = await application.WithDatabaseAsync(db => db.Contacts.Where(c => c.Channels.Any(ch => ch.Kind == ChannelKind.Email)).Select(c => c.CountryCode).ToListAsync());
        var country = onlyByForm.Except(byMail).First();
        using var reader = new Visitor(application);
        await reader.OpenAsync($"{TestApplication.Campaign}/write/{country}");
        Assert.Equal("Write your letter", reader.Heading);

        await SetAsync(c => c.Channels = [ChannelKind.Email]);
        await reader.OpenAsync($"{TestApplication.Campaign}/write/{country}");

        Assert.Contains("/no-office/", reader.Address, StringComparison.Ordinal);
    }

    public void Dispose() => application.Dispose();

    private Task SetAsync(Action<Campaign> set) => application.ChangeDatabaseAsync(async db => set(await db.Campaigns.SingleAsync()));
}
