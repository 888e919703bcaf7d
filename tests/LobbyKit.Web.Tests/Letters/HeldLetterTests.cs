using LobbyKit.Web.Delivery;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Letters;

/// <summary>Abuse rules: the doubtful gets the same page as everybody, and no mail goes out for it.</summary>
public sealed class HeldLetterTests : IDisposable
{
    private readonly TestApplication application = new(new() { ["LobbyKit:Letters:MinimumFillSeconds"] = "3" });

    [Fact]
    public async Task What_fills_in_the_hidden_box_is_held_in_silence()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        application.Clock.Advance(TimeSpan.FromMinutes(1));
        writer.FillIn();
        writer.Browser.Fill("Website", "https://robot.example/");

        await AssertHeldAsync(writer);
    }

    [Fact]
    public async Task Whoever_fills_the_form_in_faster_than_a_person_is_held_in_silence()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        writer.FillIn();

        await AssertHeldAsync(writer);
    }

    [Fact]
    public async Task A_persons_letter_is_not_held()
    {
        using var writer = new LetterWriter(application);
        await writer.OpenFormAsync("DE");
        application.Clock.Advance(TimeSpan.FromSeconds(4));
        writer.FillIn();
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync(LetterWriter.SendButton);
        writer.RememberReceipt();

        Assert.Equal(LetterState.AwaitingConfirmation, (await writer.LetterAsync()).State);
        await writer.ConfirmAddressAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_address_gets_five_confirmations_a_day_and_no_more(bool erasing)
    {
        var supporter = Supporter.New();
        var states = new List<LetterState>();
        for (var i = 0; i < 7; i++)
        {
            using var writer = new LetterWriter(application, supporter with { Email = supporter.Email.Replace("@", $"+{i}@", StringComparison.Ordinal) });
            await writer.OpenFormAsync("DE");
            application.Clock.Advance(TimeSpan.FromMinutes(1));
            writer.FillIn();
            await writer.Browser.PressAsync(LetterWriter.CheckButton);
            await writer.Browser.PressAsync(LetterWriter.SendButton);
            writer.RememberReceipt();
            Assert.Equal("One more step: look into your mailbox", writer.Browser.Heading);
            states.Add((await writer.LetterAsync()).State);
            if (erasing)
            {
                await writer.Browser.PressAsync("Erase everything now");
            }
        }

        Assert.Equal(5, states.Count(s => s == LetterState.AwaitingConfirmation));
        Assert.Equal([LetterState.Held, LetterState.Held], states.Skip(5));

        application.Clock.Advance(TimeSpan.FromDays(1.1));
        using var nextDay = new LetterWriter(application, supporter);
        await nextDay.OpenFormAsync("DE");
        application.Clock.Advance(TimeSpan.FromMinutes(1));
        nextDay.FillIn();
        await nextDay.Browser.PressAsync(LetterWriter.CheckButton);
        await nextDay.Browser.PressAsync(LetterWriter.SendButton);
        nextDay.RememberReceipt();
        Assert.Equal(LetterState.AwaitingConfirmation, (await nextDay.LetterAsync()).State);
    }

    public void Dispose() => application.Dispose();

    private async Task AssertHeldAsync(LetterWriter writer)
    {
        await writer.Browser.PressAsync(LetterWriter.CheckButton);
        await writer.Browser.PressAsync(LetterWriter.SendButton);
        writer.RememberReceipt();

        Assert.Equal("One more step: look into your mailbox", writer.Browser.Heading);
        Assert.DoesNotContain("held", writer.Browser.MainText, StringComparison.OrdinalIgnoreCase);
        var letter = await writer.LetterAsync();
        Assert.Equal(LetterState.Held, letter.State);
        Assert.False(await application.WithDatabaseAsync(db => db.Outbox.AnyAsync(m => m.LetterId == letter.Id)));
        Assert.Empty(await writer.OutboxAsync(MailKind.Confirmation));
    }
}
