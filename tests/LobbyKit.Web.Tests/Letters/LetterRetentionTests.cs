using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Letters;

public sealed class LetterRetentionTests : IDisposable
{
    private readonly TestApplication application = new();

    [Fact]
    public async Task A_delivered_letter_keeps_only_figures_after_thirty_days()
    {
        using var writer = new LetterWriter(application);
        await writer.DeliverAsync();
        var before = await writer.LetterAsync();

        await PassAsync(TimeSpan.FromDays(29.9));
        Assert.NotNull((await writer.LetterAsync()).Sealed);
        await PassAsync(TimeSpan.FromDays(0.2));

        var after = await writer.LetterAsync();
        Assert.Null(after.Sealed);
        Assert.Null(after.AddressFingerprint);
        Assert.Null(after.OneLetterKey);
        Assert.Null(after.ConfirmTokenHash);
        Assert.Equal(
            ("DE", "de", LetterState.Accepted, before.CreatedAt, before.StateAt),
            (after.CountryCode, after.Language, after.State, after.CreatedAt, after.StateAt));
        Assert.All(await writer.OutboxAsync(MailKind.Letter), m => Assert.Null(m.Sealed));
        await writer.OpenReceiptAsync();
        Assert.Equal("Your letter has been delivered", writer.Browser.Heading);
        Assert.DoesNotContain(writer.Supporter.Name, writer.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_nobody_confirms_expires_after_seven_days_and_is_scrubbed_after_thirty_more()
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        var address = await writer.ConfirmAddressAsync();

        await PassAsync(TimeSpan.FromDays(6.9));
        Assert.Equal(LetterState.AwaitingConfirmation, (await writer.LetterAsync()).State);
        await PassAsync(TimeSpan.FromDays(0.2));

        Assert.Equal(LetterState.Expired, (await writer.LetterAsync()).State);
        await writer.OpenReceiptAsync();
        Assert.Equal("Your letter has expired", writer.Browser.Heading);
        await writer.Browser.OpenAsync(address);
        Assert.Contains("This letter can no longer be sent", writer.Browser.MainText, StringComparison.Ordinal);
        await PassAsync(TimeSpan.FromDays(30.1));
        Assert.Null((await writer.LetterAsync()).Sealed);
    }

    [Fact]
    public async Task A_held_letter_goes_the_same_way()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();
        writer.Browser.Fill("Website", "https://robot.example/");
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync(LetterWriter.SendButton);
        writer.RememberReceipt();

        await PassAsync(TimeSpan.FromDays(7.1));
        Assert.Equal(LetterState.Expired, (await writer.LetterAsync()).State);
        await PassAsync(TimeSpan.FromDays(30.1));
        Assert.Null((await writer.LetterAsync()).Sealed);
    }

    [Fact]
    public async Task What_an_admin_held_back_of_a_letter_is_scrubbed_with_it()
    {
        using var writer = new LetterWriter(application);
        await writer.SubmitAsync();
        var letter = await writer.LetterAsync();
        await application.WithDatabaseAsync(db =>
        {
            db.Outbox.Add(new OutboxMail
            {
                Kind = MailKind.Notice,
                State = OutboxState.Held,
                LetterId = letter.Id,
                CampaignId = letter.CampaignId,
                MessageId = $"held{letter.Id}@test.example",
                Sealed = new SealedMail { Content = [1] },
                CreatedAt = letter.CreatedAt,
                DueAt = letter.CreatedAt,
            });
            return db.SaveChangesAsync();
        });

        await PassAsync(TimeSpan.FromDays(7.1));
        Assert.NotNull(Assert.Single(await writer.OutboxAsync(MailKind.Notice)).Sealed);
        await PassAsync(TimeSpan.FromDays(30.1));

        Assert.Null(Assert.Single(await writer.OutboxAsync(MailKind.Notice)).Sealed);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        using var writer = new LetterWriter(application);
        await writer.DeliverAsync();
        await PassAsync(TimeSpan.FromDays(31));
        var first = await writer.LetterAsync();

        await PassAsync(TimeSpan.FromDays(31));

        Assert.Equal(first.Revision, (await writer.LetterAsync()).Revision);
    }

    public void Dispose() => application.Dispose();

    private async Task PassAsync(TimeSpan time)
    {
        application.Clock.Advance(time);
        await application.Service<LetterRetention>().RunAsync(CancellationToken.None);
    }
}
