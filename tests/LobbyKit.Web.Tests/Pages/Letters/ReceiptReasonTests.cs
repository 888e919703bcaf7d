using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Secrets;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Application;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Pages.Letters;

/// <summary>Why a letter is not through, as its supporter reads it.</summary>
public sealed class ReceiptReasonTests(RunningApplication running) : IClassFixture<RunningApplication>
{
    private readonly TestApplication application = running.Application;

    /// <summary>State, code, enhanced code, the server's words, what the page says in plain ones.</summary>
    public static TheoryData<LetterState, int?, string, string, string> Answers => new()
    {
        { LetterState.Retrying, 450, "4.7.1", "greylisted by mx7", "That is usual, and it passes." },
        { LetterState.Retrying, 452, "4.2.2", "over quota", "Its mailbox is full." },
        { LetterState.Rejected, 550, "5.1.1", "user unknown", "does not exist there any more" },
        { LetterState.Rejected, 550, "5.2.1", "disabled", "takes no letters any more" },
        { LetterState.Rejected, 554, "5.7.1", "score 9.7", "A filter there kept it out." },
        { LetterState.Rejected, 552, "5.3.4", "too big", "as long as yours" },
        { LetterState.Rejected, null, "5.6.7", "no SMTPUTF8", "cannot deal with" },
        { LetterState.Rejected, 554, "", "no", "It gave no reason." },
        { LetterState.Retrying, null, "4.7.5", "certificate has expired", "The trouble is on our side" },
        { LetterState.Retrying, 535, "5.7.8", "wrong password", "The trouble is on our side" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_receipt_says_why_in_plain_words_and_shows_the_servers_own(LetterState state, int? code, string enhanced, string words, string plain)
    {
        using var writer = new LetterWriter(application);
        await writer.DeliverAsync();
        var letter = await writer.LetterAsync();
        await application.ChangeDatabaseAsync(async db =>
        {
            var mail = await db.Outbox.Include(m => m.Attempts).SingleAsync(m => m.LetterId == letter.Id && m.Kind == MailKind.Letter);
            mail.Attempts.Add(new DeliveryAttempt
            {
                Number = mail.AttemptCount + 1,
                Outcome = state == LetterState.Retrying ? DeliveryOutcome.TryLater : DeliveryOutcome.Rejected,
                ReplyCode = code,
                EnhancedCode = enhanced,
                SealedReply = application.Service<SealedJson>().Seal(words),
            });
            (await db.Letters.SingleAsync(l => l.Id == letter.Id)).State = state;
        });

        await writer.OpenReceiptAsync();

        Assert.Contains(plain, writer.Browser.MainText, StringComparison.Ordinal);
        Assert.Contains(words, writer.Browser.MainText, StringComparison.Ordinal);
        // Where the office has no part in it, the page does not say that it had.
        Assert.Equal(plain.Contains("our side", StringComparison.Ordinal), !writer.Browser.MainText.Contains("The office’s mail server", StringComparison.Ordinal));
    }
}
