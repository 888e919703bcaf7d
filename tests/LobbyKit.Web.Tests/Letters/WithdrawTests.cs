using System.Net;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Letters;

/// <summary>A supporter's say over their letter: taking it back, and being forgotten.</summary>
public sealed class WithdrawTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private const string Withdraw = "Withdraw my letter";
    private const string Erase = "Erase everything now";

    private readonly TestApplication application = running.Application;

    public static TheoryData<LetterState> NotGoneOut => [LetterState.AwaitingConfirmation, LetterState.Held, LetterState.Queued, LetterState.Retrying];

    public static TheoryData<LetterState> Finished =>
        [LetterState.Accepted, LetterState.Answered, LetterState.Rejected, LetterState.Bounced, LetterState.Withdrawn, LetterState.Expired];

    [Theory]
    [MemberData(nameof(NotGoneOut))]
    public async Task A_letter_that_has_not_gone_out_can_be_taken_back(LetterState state)
    {
        using var writer = await InStateAsync(state);
        await writer.OpenReceiptAsync();
        await writer.Browser.PressAsync(Withdraw);

        Assert.Equal("Your letter is withdrawn", writer.Browser.Heading);
        Assert.False(writer.Browser.HasButton(Withdraw));
        await AssertNothingWaitsAsync(writer, LetterState.Withdrawn);
        Assert.NotNull((await writer.LetterAsync()).Sealed);
    }

    [Theory]
    [MemberData(nameof(NotGoneOut))]
    public async Task Erasing_a_letter_that_has_not_gone_out_takes_it_back_too(LetterState state)
    {
        using var writer = await InStateAsync(state);
        await writer.OpenReceiptAsync();
        await writer.Browser.PressAsync(Erase);

        await AssertErasedAsync(writer);
        await AssertNothingWaitsAsync(writer, LetterState.Withdrawn);
    }

    [Theory]
    [MemberData(nameof(Finished))]
    public async Task A_finished_letter_can_be_erased_and_not_taken_back(LetterState state)
    {
        using var writer = await InStateAsync(state);
        await writer.OpenReceiptAsync();
        Assert.False(writer.Browser.HasButton(Withdraw));
        await writer.Browser.PressAsync(Erase);

        await AssertErasedAsync(writer);
        Assert.Equal(state, (await writer.LetterAsync()).State);
    }

    [Fact]
    public async Task A_letter_that_is_being_sent_can_be_neither_for_the_moment()
    {
        using var writer = await InStateAsync(LetterState.Queued);
        await writer.OpenReceiptAsync();
        var (withdraw, erase) = (writer.Browser.Press(Withdraw), writer.Browser.Press(Erase));
        await SetAsync(writer, LetterState.Sending, claimed: true);

        await writer.Browser.SendAsync(withdraw);
        Assert.Contains("It is too late", writer.Browser.MainText, StringComparison.Ordinal);
        await writer.Browser.SendAsync(erase);
        Assert.Contains("is being sent at this very moment", writer.Browser.MainText, StringComparison.Ordinal);
        Assert.NotNull((await writer.LetterAsync()).Sealed);
    }

    [Fact]
    public async Task A_confirmation_after_taking_back_sends_nothing()
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        var address = await writer.ConfirmAddressAsync();
        await writer.Browser.OpenAsync(address);
        var press = writer.Browser.Press(LetterWriter.ConfirmButton);
        await writer.OpenReceiptAsync();
        await writer.Browser.PressAsync(Withdraw);

        await writer.Browser.SendAsync(press);

        Assert.Contains("This letter can no longer be sent", writer.Browser.MainText, StringComparison.Ordinal);
        await writer.Browser.OpenAsync(address);
        Assert.False(writer.Browser.HasButton(LetterWriter.ConfirmButton));
        Assert.Empty(await writer.OutboxAsync(MailKind.Letter));
    }

    [Fact]
    public async Task A_confirmation_after_erasing_leads_nowhere()
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        var address = await writer.ConfirmAddressAsync();
        await writer.OpenReceiptAsync();
        await writer.Browser.PressAsync(Erase);

        await writer.Browser.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, writer.Browser.Status);
        await writer.Browser.OpenAsync($"{writer.ReceiptAddress}/print");
        Assert.Equal(HttpStatusCode.NotFound, writer.Browser.Status);
    }

    [Fact]
    public async Task Whoever_took_a_letter_back_may_write_another()
    {
        using var writer = await InStateAsync(LetterState.Queued);
        await writer.OpenReceiptAsync();
        await writer.Browser.PressAsync(Withdraw);

        using var again = new LetterWriter(application, writer.Supporter);
        await again.SubmitAsync("DE");
        await Wait.ForAsync("the second confirmation", async () => (await again.Inbox.OfAsync(again.Supporter.Email)).Count == 2 ? "" : null);
        await again.ConfirmAsync();
        await again.WaitForStateAsync(LetterState.Accepted);
    }

    [Fact]
    public async Task A_letter_by_hand_can_be_reported_and_the_report_taken_back()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("JP");
        writer.FillIn();
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync("Continue to the form");
        writer.RememberReceipt();
        await writer.Browser.PressAsync("I sent the form");
        Assert.Equal("Thank you for sending your letter", writer.Browser.Heading);

        await writer.Browser.PressAsync("I pressed this by mistake");
        Assert.Equal("Now send your letter", writer.Browser.Heading);
        await writer.Browser.PressAsync("I sent the form");
        await writer.Browser.PressAsync(Erase);
        await AssertErasedAsync(writer);
        Assert.Equal(LetterState.Reported, (await writer.LetterAsync()).State);
        Assert.False(writer.Browser.HasButton("I pressed this by mistake"));
    }

    [Theory]
    [InlineData("Report")]
    [InlineData("NotYet")]
    public async Task A_letter_that_we_send_cannot_be_reported(string handler)
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        await writer.Browser.SendAsync(writer.Browser.Press(Withdraw) with { Address = $"{writer.ReceiptAddress}?handler={handler}" });

        Assert.Equal(LetterState.AwaitingConfirmation, (await writer.LetterAsync()).State);
    }

    [Theory]
    [InlineData("Withdraw")]
    [InlineData("Erase")]
    [InlineData("Report")]
    [InlineData("NotYet")]
    public async Task A_secret_of_no_letter_is_not_found(string handler)
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        await writer.Browser.SendAsync(writer.Browser.Press(Withdraw) with { Address = $"/en/letters/{new string('a', 43)}?handler={handler}" });

        Assert.Equal(HttpStatusCode.NotFound, writer.Browser.Status);
    }

    [Theory]
    [InlineData(Withdraw)]
    [InlineData(Erase)]
    public async Task The_same_button_pressed_many_times_at_once_does_it_once(string button)
    {
        using var writer = await InStateAsync(LetterState.Queued);
        await writer.OpenReceiptAsync();
        var press = writer.Browser.Press(button);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => writer.Browser.AnswerToAsync(press)));

        Assert.All(answers, a => Assert.True((int)a.StatusCode < 500, $"{a.StatusCode}"));
        Assert.Equal(LetterState.Withdrawn, (await writer.LetterAsync()).State);
        Assert.Single((await writer.LetterAsync()).Events, e => e.To == LetterState.Withdrawn);
    }

    [Fact]
    public async Task An_accepted_letter_erased_many_times_at_once_is_erased()
    {
        using var writer = await InStateAsync(LetterState.Accepted);
        await writer.OpenReceiptAsync();
        var press = writer.Browser.Press(Erase);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => writer.Browser.AnswerToAsync(press)));

        Assert.All(answers, a => Assert.True((int)a.StatusCode < 500, $"{a.StatusCode}"));
        Assert.Null((await writer.LetterAsync()).Sealed);
    }

    private static async Task AssertErasedAsync(LetterWriter writer)
    {
        Assert.Equal("Everything is erased", writer.Browser.Heading);
        Assert.DoesNotContain(writer.Supporter.Name, writer.Browser.Html, StringComparison.Ordinal);
        Assert.False(writer.Browser.HasButton(Erase));
        var letter = await writer.LetterAsync();
        Assert.NotNull(letter.ErasedAt);
        Assert.Null(letter.Sealed);
        Assert.Null(letter.AddressFingerprint);
        Assert.Null(letter.OneLetterKey);
        Assert.Null(letter.ConfirmTokenHash);
    }

    private async Task AssertNothingWaitsAsync(LetterWriter writer, LetterState state)
    {
        var letter = await writer.LetterAsync();
        Assert.Equal(state, letter.State);
        var mails = await application.WithDatabaseAsync(db => db.Outbox.AsNoTracking().Include(m => m.Sealed).Where(m => m.LetterId == letter.Id).ToListAsync());
        Assert.All(mails, m => Assert.NotEqual(OutboxState.Waiting, m.State));
        Assert.All(mails, m => Assert.Null(m.Sealed));
        Assert.DoesNotContain(mails, m => m is { Kind: MailKind.Letter, State: OutboxState.Accepted });
    }

    /// <summary>A letter to Germany in any state of its life. The office's mail waits an hour, so that the worker leaves it alone.</summary>
    private async Task<LetterWriter> InStateAsync(LetterState state)
    {
        var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        if (state == LetterState.Accepted)
        {
            await writer.ConfirmAsync();
            await writer.WaitForStateAsync(state);
            return writer;
        }

        await writer.ConfirmAddressAsync();
        await SetAsync(writer, state, claimed: false);
        return writer;
    }

    private async Task SetAsync(LetterWriter writer, LetterState state, bool claimed)
    {
        var id = (await writer.LetterAsync()).Id;
        await application.ChangeDatabaseAsync(async db =>
        {
            var now = application.Clock.GetUtcNow().UtcDateTime;
            var letter = await db.Letters.SingleAsync(l => l.Id == id);
            letter.State = state;
            if (state is LetterState.Queued or LetterState.Retrying)
            {
                letter.OneLetterKey = $"test {id}";
                db.Outbox.Add(new OutboxMail
                {
                    Kind = MailKind.Letter,
                    LetterId = id,
                    CampaignId = letter.CampaignId,
                    ContactId = letter.ContactId,
                    MessageId = $"{id}@test.example",
                    Sealed = new SealedMail { Content = [1] },
                    CreatedAt = now,
                    DueAt = now.AddHours(1),
                });
            }

            if (claimed)
            {
                var mail = await db.Outbox.SingleAsync(m => m.LetterId == id && m.Kind == MailKind.Letter);
                (mail.ClaimId, mail.ClaimedUntil) = (Guid.NewGuid(), now.AddHours(1));
            }
        });
    }
}
