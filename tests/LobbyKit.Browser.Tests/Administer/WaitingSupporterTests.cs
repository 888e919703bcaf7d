using System.Linq.Expressions;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Desk;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LobbyKit.Browser.Tests.Administer;

/// <summary>What supporters see of a campaign in full swing: when a letter would go, and what became of theirs.</summary>
[Collection(BusyBrowser.Name)]
public sealed class WaitingSupporterTests(BusyCampaign run)
{
    [SkippableTheory]
    [InlineData(375, "ar")]
    [InlineData(1280, "en")]
    public Task Every_state_of_a_letter_can_be_shown(int width, string language) => run.VisitAsync(new VisitOptions { Width = width, Language = language }, async visitor =>
    {
        await visitor.GoAsync(visitor.Campaign);
        await Expect(visitor.Page.Locator(".forecast")).ToBeVisibleAsync();
        await visitor.InspectAsync("appeal-forecast");
        var write = new WriteStep(visitor);
        await write.OpenAsync("DE");
        await write.FillAsync(Writer.Anna());
        await write.CheckAsync();
        await Expect(visitor.Page.GetByText(visitor.Texts["Check.When"])).ToBeVisibleAsync();
        await visitor.InspectAsync("check-forecast");

        foreach (var (name, title, receipt) in new[]
        {
            ("receipt-queued", "Waits", await ReceiptAsync(m => m.State == OutboxState.Waiting && m.Letter!.State == LetterState.Queued && m.ContactId == run.RefusingId)),
            ("receipt-sending", "Sending", await ReceiptAsync(m => m.State == OutboxState.Waiting && m.Letter!.State == LetterState.Queued && m.ContactId != run.RefusingId, LetterState.Sending)),
            ("receipt-retrying", "Retrying", await ReceiptAsync(m => m.State == OutboxState.Waiting && m.Letter!.State == LetterState.Retrying)),
            ("receipt-rejected", "Rejected", await ReceiptAsync(m => m.State == OutboxState.Rejected)),
            ("receipt-dropped", "Dropped", await DropAsync()),
        })
        {
            await visitor.GoAsync($"{visitor.Address}/{language}/letters/{receipt}");
            await Expect(visitor.Heading(visitor.Texts[$"Receipt.{title}.Title"])).ToBeVisibleAsync();
            foreach (var answer in await visitor.Page.Locator("summary").Filter(new() { HasText = visitor.Texts["Receipt.Reply"] }).AllAsync())
            {
                await answer.ClickAsync();
            }

            await visitor.InspectAsync(name);
        }
    });

    private async Task<string> DropAsync()
    {
        var id = await run.Application.WithDatabaseAsync(db => db.Outbox
            .Where(m => m.State == OutboxState.Waiting && m.Letter!.State == LetterState.Queued && m.ContactId != run.RefusingId).Select(m => m.Id).FirstAsync());
        await using var scope = run.Application.Services.CreateAsyncScope();
        var dropped = await scope.ServiceProvider.GetRequiredService<MailActions>().ApplyAsync(
            new MailSelection([id], new MailFilter()), MailAction.Drop, "Maria Oliveira", "It was written twice by the same person, and names a neighbour.", CancellationToken.None);
        Assert.Equal(1, dropped.Done);
        return await ReceiptAsync(m => m.Id == id);
    }

    /// <summary>Gives a letter another secret link, which is known.</summary>
    private async Task<string> ReceiptAsync(Expression<Func<OutboxMail, bool>> which, LetterState? state = null)
    {
        var receipt = SecretTokens.New();
        await run.Application.ChangeDatabaseAsync(async db =>
        {
            var letter = await db.Outbox.Where(which).Select(m => m.Letter!).FirstAsync();
            letter.ReceiptTokenHash = SecretTokens.Hash(receipt);
            letter.State = state ?? letter.State;
        });
        return receipt;
    }
}
