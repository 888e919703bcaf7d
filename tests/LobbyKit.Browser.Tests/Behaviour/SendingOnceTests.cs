using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Browser.Tests.Behaviour;

[Collection(SharedBrowser.Name)]
public sealed class SendingOnceTests(BrowserRun run)
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_double_click_on_send_makes_one_letter(bool scripts) =>
        run.VisitAsync(new VisitOptions { JavaScript = scripts }, async visitor =>
        {
            var writer = Writer.Anna();
            var before = await LettersAsync();
            await GoToCheckAsync(visitor, writer);

            await new CheckStep(visitor).SendButton("Server").DblClickAsync();

            await ExpectOneLetterAsync(visitor, writer, before);
        });

    [SkippableFact]
    public Task A_reload_after_sending_makes_one_letter() => run.VisitAsync(async visitor =>
    {
        var writer = Writer.Anna();
        var before = await LettersAsync();
        await GoToCheckAsync(visitor, writer);
        await new CheckStep(visitor).SendAsync("Server");

        await visitor.Page.ReloadAsync();

        await ExpectOneLetterAsync(visitor, writer, before);
    });

    [SkippableFact]
    public Task Going_back_and_sending_again_makes_one_letter_and_shows_it() => run.VisitAsync(async visitor =>
    {
        var writer = Writer.Anna();
        var before = await LettersAsync();
        await GoToCheckAsync(visitor, writer);
        await new CheckStep(visitor).SendAsync("Server");
        await visitor.Page.GoBackAsync();
        await new CheckStep(visitor).SendAsync("Server");

        await ExpectOneLetterAsync(visitor, writer, before);
    });

    [SkippableFact]
    public Task A_double_click_on_the_confirmation_sends_one_letter() => run.VisitAsync(async visitor =>
    {
        var writer = Writer.Anna();
        var mailbox = new DemoMailbox(visitor);
        await GoToCheckAsync(visitor, writer);
        await new CheckStep(visitor).SendAsync("Server");
        await mailbox.ReadAsync(writer.Email);
        await mailbox.FollowAsync("/confirm");

        await visitor.Button(visitor.Texts["Confirm.Send"]).DblClickAsync();

        await new ReceiptStep(visitor).ExpectAsync("Accepted");
        Assert.Equal(1, await run.Application.WithDatabaseAsync(db =>
            db.Outbox.CountAsync(m => m.LetterId == db.Letters.Max(l => l.Id) && m.Kind == Web.Delivery.MailKind.Letter)));
    });

    private static async Task GoToCheckAsync(Visitor visitor, Writer writer)
    {
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.FillAsync(writer);
        await write.CheckAsync();
    }

    private async Task ExpectOneLetterAsync(Visitor visitor, Writer writer, int before)
    {
        await Expect(visitor.Heading(visitor.Texts["Receipt.AwaitingConfirmation.Title"])).ToBeVisibleAsync();
        Assert.Equal(before + 1, await LettersAsync());
        var mailbox = new DemoMailbox(visitor);
        await mailbox.ReadAsync(writer.Email);
        Assert.Equal(1, await mailbox.CountAsync(writer.Email));
    }

    private Task<int> LettersAsync() => run.Application.WithDatabaseAsync(db => db.Letters.CountAsync());
}
