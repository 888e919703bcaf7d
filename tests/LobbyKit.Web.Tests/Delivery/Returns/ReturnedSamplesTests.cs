using System.Net;
using System.Text;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Letters;
using LobbyKit.Web.Tests.Architecture;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>One message each of what comes back in the world, handed over by the mail server, and what came of it.</summary>
public sealed class ReturnedSamplesTests(HookDesk desk) : IClassFixture<HookDesk>
{
    /// <summary>File, kind and code as recorded, outcome, the letter's state, and whether it counts against the office's address.</summary>
    public static TheoryData<string, ReturnKind?, string, ReturnOutcome, LetterState, bool> Samples => new()
    {
        { "report-no-such-user", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "report-headers-only", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "report-status-of-zeros", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "report-domain-gone", ReturnKind.HardBounce, "5.4.4", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "report-mailbox-closed", ReturnKind.HardBounce, "5.2.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "report-mailbox-full", ReturnKind.SoftBounce, "5.2.2", ReturnOutcome.Bounced, LetterState.Bounced, false },
        { "report-refused-by-policy", ReturnKind.HardBounce, "5.7.1", ReturnOutcome.Bounced, LetterState.Bounced, false },
        { "report-sender-refused", ReturnKind.HardBounce, "5.1.8", ReturnOutcome.Bounced, LetterState.Bounced, false },
        { "report-gave-up-after-days", ReturnKind.SoftBounce, "4.4.7", ReturnOutcome.Bounced, LetterState.Bounced, false },
        { "report-delayed", ReturnKind.Delay, "4.4.1", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "report-delivered", ReturnKind.Receipt, "2.0.0", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "report-relayed", ReturnKind.Receipt, "2.0.0", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "report-expanded", ReturnKind.Receipt, "2.0.0", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "report-several-recipients", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "report-in-unicode", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "report-in-base64", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "report-without-status-part", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "qmail", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "exim", ReturnKind.HardBounce, "5.1.2", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "exim-warning", ReturnKind.Delay, "", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "exchange", ReturnKind.HardBounce, "5.1.10", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "large-provider", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "web-mail-provider", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "sendmail-host-unknown", ReturnKind.HardBounce, "5.1.2", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "in-german", ReturnKind.HardBounce, "5.1.1", ReturnOutcome.Bounced, LetterState.Bounced, true },
        { "reply-to-return-address", ReturnKind.Reply, "", ReturnOutcome.Forwarded, LetterState.Answered, false },
        { "reply-by-thread", ReturnKind.Reply, "", ReturnOutcome.Forwarded, LetterState.Answered, false },
        { "reply-in-html-with-files", ReturnKind.Reply, "", ReturnOutcome.Forwarded, LetterState.Answered, false },
        { "reply-copied-to-supporter", ReturnKind.Reply, "", ReturnOutcome.Answered, LetterState.Answered, false },
        { "supporter-writes-on", ReturnKind.Reply, "", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "reply-to-unknown-letter", null, "", ReturnOutcome.Unmatched, LetterState.Accepted, false },
        { "auto-submitted", ReturnKind.AutoReply, "", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "auto-precedence", ReturnKind.AutoReply, "", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "auto-suppress-header", ReturnKind.AutoReply, "", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "auto-by-subject", ReturnKind.AutoReply, "", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "auto-empty-sender", ReturnKind.AutoReply, "", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "read-receipt", ReturnKind.Receipt, "", ReturnOutcome.Noted, LetterState.Accepted, false },
        { "loop-from-ourselves", null, "", ReturnOutcome.Loop, LetterState.Accepted, false },
        { "loop-of-servers", null, "", ReturnOutcome.Loop, LetterState.Accepted, false },
        { "loop-own-letter", null, "", ReturnOutcome.Loop, LetterState.Accepted, false },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task What_comes_back_is_told_apart(string file, ReturnKind? kind, string code, ReturnOutcome outcome, LetterState state, bool countsAgainstAddress)
    {
        var letter = await desk.AddLetterAsync();

        Assert.Equal((HttpStatusCode.Accepted, outcome.ToString()), await desk.PostAsync(HookDesk.Sample(file, letter)));

        var record = await desk.Application.WithDatabaseAsync(db => db.ReturnedMails.SingleOrDefaultAsync(r => r.OutboxMailId == letter.OutboxId));
        Assert.Equal((kind, code), (record?.Kind, record?.Status ?? ""));
        Assert.Equal(state, (await desk.ReadAsync(letter)).State);
        Assert.Equal(countsAgainstAddress, await desk.Application.WithDatabaseAsync(db => db.AddressFailures.AnyAsync(f => f.LetterId == letter.Id)));
        Assert.Equal(outcome == ReturnOutcome.Forwarded ? 1 : 0, (await desk.NoticesAsync(letter)).Count(n => record?.IsForwarded == true));
    }

    [Fact]
    public void Every_sample_is_in_the_table()
    {
        var files = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests", "LobbyKit.Web.Tests", "Delivery", "Returns", "Samples")).ToList();

        Assert.Equal(Samples.Select(s => (string)s[0]).Order(StringComparer.Ordinal), files.Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("report-no-such-user")]
    [InlineData("qmail")]
    [InlineData("exchange")]
    public async Task A_message_with_bare_line_feeds_as_a_pipe_writes_it_says_the_same(string file)
    {
        var letter = await desk.AddLetterAsync();
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(HookDesk.Sample(file, letter)));

        Assert.Equal("Bounced", (await desk.PostAsync(body)).Answer);
    }

    [Theory]
    [InlineData("report-no-such-user", LetterState.Bounced)]
    [InlineData("reply-by-thread", LetterState.Answered)]
    public async Task The_same_message_many_times_at_once_acts_once(string file, LetterState state)
    {
        var letter = await desk.AddLetterAsync();
        var message = HookDesk.Sample(file, letter);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.PostAsync(message)));

        Assert.Single(answers, a => a.Answer is "Bounced" or "Forwarded");
        Assert.Equal(5, answers.Count(a => a == (HttpStatusCode.Accepted, "Duplicate")));
        Assert.Single((await desk.ReadAsync(letter)).Events, e => e.To == state);
    }

    [Fact]
    public async Task A_bounce_that_is_quicker_than_our_own_record_is_brought_again()
    {
        var letter = await desk.AddLetterAsync(state: LetterState.Sending, outbox: OutboxState.Waiting);
        var message = HookDesk.Sample("report-no-such-user", letter);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await desk.PostAsync(message)).Status);
        await desk.Application.ChangeDatabaseAsync(async db => (await db.Letters.SingleAsync(l => l.Id == letter.Id)).State = LetterState.Accepted);

        Assert.Equal("Bounced", (await desk.PostAsync(message)).Answer);
    }

}
