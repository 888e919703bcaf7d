using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Organise.Letters;

public sealed class TestLettersTests
{
    [Fact]
    public async Task A_test_goes_through_delivery_to_its_organiser_only_and_says_that_it_is_one()
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.SubmitAsync(await desk.EditorAsync("en"), "Test", ("Form.Note", "typed and not saved"));

        Assert.Contains($"A test of version 1 is on its way to {LetterDesk.Email}.", LetterDesk.Words(page), StringComparison.Ordinal);
        Assert.Equal("typed and not saved", page.QuerySelector("#Form_Note")!.GetAttribute("value"));
        var source = await ReceivedAsync(desk);
        Assert.Contains("TEST", source, StringComparison.Ordinal);
        Assert.Contains($"To: {LetterDesk.Email}", source.Replace("<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("This is a test, sent to you only.", source, StringComparison.Ordinal);
        var row = await desk.Application.WithDatabaseAsync(db => db.Outbox.SingleAsync());
        Assert.Equal((MailKind.Test, null, null), (row.Kind, row.ContactId, row.LetterId));
    }

    [Fact]
    public async Task A_test_never_goes_to_an_office()
    {
        const string office = "office@government.example";
        await using var desk = await LetterDesk.OpenAsync(office);
        await desk.Application.WithDatabaseAsync(async db =>
        {
            (await db.Set<ContactChannel>().FirstAsync(c => c.Kind == ChannelKind.Email)).Address = office.ToUpperInvariant();
            return await db.SaveChangesAsync();
        });

        var page = await desk.SubmitAsync(await desk.EditorAsync("en"), "Test");

        Assert.Contains("Tests never go to a government.", LetterDesk.Words(page), StringComparison.Ordinal);
        Assert.Equal(0, await desk.Application.WithDatabaseAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task A_test_has_the_saved_text_and_says_so()
    {
        await using var desk = await LetterDesk.OpenAsync();

        var page = await desk.SubmitAsync(await desk.EditorAsync("en"), "Test", ("Form.Body", "Not saved at all."));

        Assert.Contains("What you changed since is not in it", LetterDesk.Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Not saved at all.", await ReceivedAsync(desk), StringComparison.Ordinal);
    }

    /// <summary>What the mailbox inside the application took.</summary>
    private static async Task<string> ReceivedAsync(LetterDesk desk)
    {
        for (var tries = 0; tries < 150; tries++)
        {
            var list = await desk.ReadAsync("/en/mailbox");
            if (list.QuerySelector("main .mails a") is { } link)
            {
                var id = link.GetAttribute("href")!;
                return (await desk.ReadAsync(id)).QuerySelector("main")!.TextContent;
            }

            await Task.Delay(200);
        }

        throw new TimeoutException("Nothing came.");
    }
}
