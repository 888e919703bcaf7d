#if LOBBYKIT_FULL
using System.Text;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Returns;
using LobbyKit.Web.Letters;
using Microsoft.EntityFrameworkCore;

namespace LobbyKit.Web.Tests.Delivery.Returns;

/// <summary>What came back is taken out of a real mailbox.</summary>
public sealed class ImapInboxTests
{
    private static readonly string[] Taken = ["1-noise", "2-large", "3-bounce", "5-parts", "6-reply"];

    [SkippableFact]
    public async Task Every_message_is_taken_once_and_a_bad_one_keeps_no_other()
    {
        Skip.If(DovecotServer.Missing is not null, DovecotServer.Missing);
        using var server = await DovecotServer.StartAsync();
        var desk = new Desk(server, "");
        var (bounced, answered, early) = (await desk.AddLetterAsync(), await desk.AddLetterAsync(), await desk.AddLetterAsync(state: LetterState.Sending, outbox: OutboxState.Waiting));
        server.Deliver("1-noise", HostileMessage.Of("noise"));
        server.Deliver("2-large", new byte[3 * 1024 * 1024]);
        server.Deliver("3-bounce", Bytes("report-no-such-user", bounced));
        server.Deliver("4-early", Bytes("report-no-such-user", early));
        server.Deliver("5-parts", HostileMessage.Of("deep parts"));
        server.Deliver("6-reply", Bytes("reply-by-thread", answered));
        var inbox = desk.Application.Service<ImapInbox>();

        Assert.Equal(5, await inbox.ReadNewAsync(CancellationToken.None));

        Assert.Equal((LetterState.Bounced, LetterState.Answered), ((await desk.ReadAsync(bounced)).State, (await desk.ReadAsync(answered)).State));
        await desk.WaitForMailAsync(answered.Supporter.Email);
        Assert.All(Taken, m => Assert.Equal("S", server.Flags(m)));
        Assert.Equal("", server.Flags("4-early"));

        // What came too early is looked at again, and nothing else.
        await desk.Application.ChangeDatabaseAsync(async db => (await db.Letters.SingleAsync(l => l.Id == early.Id)).State = LetterState.Accepted);
        Assert.Equal(1, await inbox.ReadNewAsync(CancellationToken.None));
        Assert.Equal(LetterState.Bounced, (await desk.ReadAsync(early)).State);
        Assert.Equal(0, await inbox.ReadNewAsync(CancellationToken.None));
        await desk.DisposeAsync();
    }

    [SkippableFact]
    public async Task What_was_taken_is_moved_where_a_folder_is_named()
    {
        Skip.If(DovecotServer.Missing is not null, DovecotServer.Missing);
        using var server = await DovecotServer.StartAsync();
        var desk = new Desk(server, DovecotServer.Done);
        var letter = await desk.AddLetterAsync();
        server.Deliver("1-bounce", Bytes("qmail", letter));

        Assert.Equal(1, await desk.Application.Service<ImapInbox>().ReadNewAsync(CancellationToken.None));

        Assert.Equal(LetterState.Bounced, (await desk.ReadAsync(letter)).State);
        Assert.Null(server.Flags("1-bounce"));
        Assert.Equal(1, server.Count(DovecotServer.Done));
        await desk.DisposeAsync();
    }

    private static byte[] Bytes(string file, SentLetter letter) => Encoding.UTF8.GetBytes(HookDesk.Sample(file, letter).ReplaceLineEndings("\r\n"));

    private sealed class Desk(DovecotServer server, string doneFolder) : HookDesk(new()
    {
        ["LobbyKit:Mail:Imap:Host"] = "127.0.0.1",
        ["LobbyKit:Mail:Imap:Port"] = $"{server.Port}",
        ["LobbyKit:Mail:Imap:Security"] = "None",
        ["LobbyKit:Mail:Imap:UserName"] = DovecotServer.User,
        ["LobbyKit:Mail:Imap:Password"] = DovecotServer.Password,
        ["LobbyKit:Mail:Imap:DoneFolder"] = doneFolder,
        // The test looks itself. A worker's first look, at its start, would be a second one at the same messages.
        ["LobbyKit:Mail:Imap:PollSeconds"] = "3600",
        ["LobbyKit:Role"] = doneFolder.Length > 0 ? "Web" : "All",
    });
}
#endif
