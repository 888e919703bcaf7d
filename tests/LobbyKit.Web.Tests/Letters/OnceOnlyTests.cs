using System.Net;
using System.Text.RegularExpressions;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Letters;

/// <summary>However often a button is pressed, an office gets one letter of one person.</summary>
public sealed partial class OnceOnlyTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private const int AtOnce = 8;

    private readonly TestApplication application = running.Application;

    [Fact]
    public async Task A_letter_sent_on_many_times_at_once_is_one_letter_with_one_confirmation()
    {
        using var writer = new LetterWriter(application);
        await writer.CheckAsync();
        var press = writer.Browser.Press(LetterWriter.SendButton);

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => writer.Browser.AnswerToAsync(press)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        var receipt = Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct());
        await writer.Browser.OpenAsync(receipt);
        writer.RememberReceipt();
        var fingerprint = (await writer.LetterAsync()).AddressFingerprint;
        Assert.Equal(1, await application.WithDatabaseAsync(db => db.Letters.CountAsync(l => l.AddressFingerprint == fingerprint)));
        Assert.Single(await writer.OutboxAsync(MailKind.Confirmation));
    }

    [Fact]
    public async Task A_confirmation_pressed_many_times_at_once_sends_one_letter()
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        await writer.Browser.OpenAsync(await writer.ConfirmAddressAsync());
        var press = writer.Browser.Press(LetterWriter.ConfirmButton);

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => writer.Browser.AnswerToAsync(press)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        await writer.WaitForStateAsync(LetterState.Accepted);
        await writer.Browser.SendAsync(press);
        Assert.Equal("Your letter has been delivered", writer.Browser.Heading);
        Assert.Single(await writer.OutboxAsync(MailKind.Letter));
        Assert.Single(await writer.Inbox.LettersOfAsync(writer.Supporter.Email));
    }

    [Fact]
    public async Task Two_letters_of_one_address_confirmed_at_once_are_one_letter()
    {
        var writers = new[] { new LetterWriter(application), null! };
        writers[1] = new LetterWriter(application, writers[0].Supporter);
        var presses = new List<Submission>();
        for (var i = 0; i < 2; i++)
        {
            await writers[i].SubmitAsync();
            var expected = i + 1;
            await Wait.ForAsync("both confirmations", async () => (await writers[i].Inbox.OfAsync(writers[i].Supporter.Email)).Count == expected ? "" : null);
            await writers[i].Browser.OpenAsync(await writers[i].ConfirmAddressAsync());
            presses.Add(writers[i].Browser.Press(LetterWriter.ConfirmButton));
        }

        var answers = await Task.WhenAll(presses.Select((press, i) => writers[i].Browser.AnswerToAsync(press)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], answers.Select(a => a.StatusCode).Order());
        await writers[0].Inbox.WaitForLetterAsync(writers[0].Supporter.Email);
        Assert.Equal(1, (await writers[0].OutboxAsync(MailKind.Letter)).Count + (await writers[1].OutboxAsync(MailKind.Letter)).Count);
        Array.ForEach(writers, w => w.Dispose());
    }

    [Theory]
    [InlineData("{0}@{1}", "{0}+second@{1}")]
    [InlineData("{0}@{1}", "{0}@{1}")]
    [InlineData("{0}@gmail.com", "{0}.@gmail.com")]
    public async Task A_second_letter_to_the_same_office_is_told_on_confirming_and_nowhere_else(string first, string second)
    {
        var supporter = Supporter.New();
        var (local, domain) = (supporter.Email.Split('@')[0].Replace(".", "", StringComparison.Ordinal), supporter.Email.Split('@')[1]);
        string Address(string pattern) => pattern == "{0}.@gmail.com"
            ? $"{local[..2]}.{local[2..].ToUpperInvariant()}+x@googlemail.com"
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, local, domain);
        using var once = new LetterWriter(application, supporter with { Email = Address(first) });
        await once.DeliverAsync();

        using var again = new LetterWriter(application, supporter with { Email = Address(second) });
        await again.SubmitAsync();
        Assert.Equal("One more step: look into your mailbox", again.Browser.Heading);
        var address = await Wait.ForAsync("the second confirmation", async () =>
            (await again.Inbox.OfAsync(again.Supporter.Email)).Count(m => m.Header("Auto-Submitted").Length > 0) >= (first == second ? 2 : 1)
                ? await again.ConfirmAddressAsync() : null);
        await again.Browser.OpenAsync(address);
        await again.Browser.PressAsync(LetterWriter.ConfirmButton);

        Assert.Contains("From your address a letter to this office is already on its way or delivered", again.Browser.MainText, StringComparison.Ordinal);
        Assert.Equal(LetterState.AwaitingConfirmation, (await again.LetterAsync()).State);
        Assert.Empty(await again.OutboxAsync(MailKind.Letter));
    }

    [Fact]
    public async Task Pages_do_not_tell_whether_an_address_has_written_before()
    {
        var supporter = Supporter.New();
        using var first = new LetterWriter(application, supporter);
        await first.SubmitAsync("SE");
        var fresh = Neutral(first);
        await first.ConfirmAsync();
        await first.WaitForStateAsync(LetterState.Accepted);

        using var second = new LetterWriter(application, supporter);
        await second.SubmitAsync("SE");

        Assert.Equal(fresh, Neutral(second));
    }

    [Fact]
    public async Task Another_text_of_the_same_form_is_another_letter()
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        var first = writer.ReceiptToken;
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync("Change the letter");
        writer.Browser.Fill("Your own paragraph (you may leave it empty)", "Something else.");
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync(LetterWriter.SendButton);
        writer.RememberReceipt();

        Assert.NotEqual(first, writer.ReceiptToken);
    }

    [Fact]
    public async Task The_same_address_may_write_to_another_office()
    {
        using var once = new LetterWriter(application);
        await once.DeliverAsync("DE");
        await once.OpenReceiptAsync();
        using var next = new LetterWriter(application, once.Supporter);
        await next.Browser.OpenAsync(once.Browser.Link("Write to the next office").GetAttribute("href")!);
        next.FillIn();
        await next.Browser.PressAsync(LetterWriter.CheckButton);
        await next.Browser.PressAsync(LetterWriter.SendButton);
        next.RememberReceipt();
        var address = await Wait.ForAsync("the second confirmation", async () =>
            (await next.Inbox.OfAsync(next.Supporter.Email)).Count == 2 ? await next.ConfirmAddressAsync() : null);
        await next.Browser.OpenAsync(address);
        await next.Browser.PressAsync(LetterWriter.ConfirmButton);

        await next.WaitForStateAsync(LetterState.Accepted);
        Assert.Equal(2, (await next.Inbox.LettersOfAsync(next.Supporter.Email)).Count);
    }

    [Theory]
    [InlineData("By post", "Continue to print", "I posted my letter")]
    public async Task A_letter_reported_many_times_at_once_is_reported_once(string route, string send, string done)
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        writer.Browser.Choose(route);
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync(send);
        writer.RememberReceipt();
        var press = writer.Browser.Press(done);

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => writer.Browser.AnswerToAsync(press)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        var letter = await writer.LetterAsync();
        Assert.Equal(LetterState.Reported, letter.State);
        Assert.Single(letter.Events);
    }

    /// <summary>The page without what is different on every page: secrets, times, and which of its variants the letter is.</summary>
    private static string Neutral(LetterWriter writer)
    {
        var html = writer.Browser.Html.Replace(writer.ReceiptToken, "TOKEN", StringComparison.Ordinal);
        return Letter().Replace(TimeShown().Replace(FormToken().Replace(html, "\"FORM\""), "TIME"), "LETTER");
    }

    [GeneratedRegex("\"CfDJ8[^\"]+\"")]
    private static partial Regex FormToken();

    [GeneratedRegex("<p class=\"letter-subject\">.*?</div>", RegexOptions.Singleline)]
    private static partial Regex Letter();

    [GeneratedRegex("2026-11-22T[0-9:]+Z")]
    private static partial Regex TimeShown();
}
