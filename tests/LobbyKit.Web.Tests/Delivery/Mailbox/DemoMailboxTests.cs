using System.Text;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Mailbox;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Delivery.Mailbox;

public sealed class DemoMailboxTests
{
    private const string Envelope = "EHLO test\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n";

    public static TheoryData<string> Transport => Transports.All;

    [Theory]
    [MemberData(nameof(Transport))]
    public async Task Keeps_what_our_transports_send(string transport)
    {
        await using var session = await MailboxSession.StartAsync();

        var reply = await Transports.Create(transport, session.Port).SendAsync(
            Transports.Mail with { Subject = "人権 — حقوق", Body = "Grüße\n.\n..dots\n" }, CancellationToken.None);

        Assert.Equal(DeliveryOutcome.Accepted, reply.Outcome);
        var mail = await session.OnlyMailAsync();
        Assert.Equal("人権 — حقوق", mail.Subject);
        Assert.Equal("Grüße\n.\n..dots", mail.Text.TrimEnd());
        Assert.Equal("<letters@campaign.example>", mail.Header("Return-Path"));
        Assert.Equal("office@government.example", mail.Header("Delivered-To"));
        Assert.Contains("<letters@campaign.example>", mail.From, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_the_protocol()
    {
        await using var session = await MailboxSession.StartAsync();
        var connection = await session.ConnectAsync();
        (string Command, string Code)[] conversation =
        [
            ("MAIL FROM:<a@b.example>", "503"),
            ("EHLO", "501"),
            ("HELO test", "250"),
            ("ehlo test", "250"),
            ("NOOP", "250"),
            ("VRFY someone", "252"),
            ("HELP", "214"),
            ("RCPT TO:<c@d.example>", "503"),
            ("DATA", "503"),
            ("MAIL FROM:a@b.example", "501"),
            ("MAIL FROM:<a@b.example", "501"),
            ("MAIL FROM:<a@b.example> SIZE=99999999", "552"),
            ("MAIL FROM:<a@b.example> WHAT=ever", "555"),
            ("MAIL FROM:<a@b.example> SIZE=100 BODY=8BITMIME SMTPUTF8", "250"),
            ("MAIL FROM:<a@b.example>", "503"),
            ("DATA", "503"),
            ("RCPT TO:<>", "501"),
            ("RCPT TO:<nobody>", "501"),
            ("RSET", "250"),
            ("mail from:<>", "250"),
            ("rcpt to: <c@d.example>", "250"),
            ("DATA now", "501"),
            ("STARTTLS", "502"),
            ("AUTH PLAIN AAAA", "502"),
            ("", "500"),
            ("FNORD", "500"),
            ("QUIT", "221"),
        ];

        foreach (var (command, code) in conversation)
        {
            Assert.Equal($"{command} → {code}", $"{command} → {(await MailboxSession.TypeAsync(connection, command + "\r\n", 1))[0][..3]}");
        }

        Assert.Null(await connection.ReadLineAsync());
        Assert.Empty(session.Store.Ids());
    }

    [Fact]
    public async Task Takes_commands_that_come_all_at_once_and_several_messages_a_connection()
    {
        await using var session = await MailboxSession.StartAsync();
        var connection = await session.ConnectAsync();

        var replies = await MailboxSession.TypeAsync(
            connection, Envelope + "Subject: 1\r\n\r\n..one\r\n.\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: 2\r\n\r\ntwo\r\n.\r\n", 9);

        Assert.Equal(["250", "250", "250", "354", "250", "250", "250", "354", "250"], replies.Select(r => r[..3]));
        Assert.Equal(2, session.Store.Ids().Count);
        var texts = await Task.WhenAll(session.Store.Ids().Select(async id => (await session.Store.FindAsync(id, CancellationToken.None))!.Text.TrimEnd()));
        Assert.Equal([".one", "two"], texts.Order());
    }

    [Theory]
    [InlineData("Subject: x\r\n\r\none\n.\nMAIL FROM:<x@y.example>\r\n.\r\n")]
    [InlineData("Subject: x\r\n\r\none\r\n.\nMAIL FROM:<x@y.example>\r\n.\r\n")]
    [InlineData("Subject: x\r\n\r\none\n.\r\nMAIL FROM:<x@y.example>\r\n.\r\n")]
    [InlineData("Subject: x\r\n\r\none\r.\rMAIL FROM:<x@y.example>\r\n.\r\n")]
    public async Task A_lone_line_feed_smuggles_nothing(string message)
    {
        await using var session = await MailboxSession.StartAsync();
        var connection = await session.ConnectAsync();

        var replies = await MailboxSession.TypeAsync(connection, Envelope + message + "QUIT\r\n", 6);

        Assert.Equal(["250", "250", "250", "354", "250", "221"], replies.Select(r => r[..3]));
        Assert.Contains("MAIL FROM", (await session.OnlyMailAsync()).SourceText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_limits()
    {
        await using var session = await MailboxSession.StartAsync();
        var connection = await session.ConnectAsync();

        Assert.StartsWith("500", (await MailboxSession.TypeAsync(connection, $"EHLO {new string('x', 100_000)}\r\n", 1))[0], StringComparison.Ordinal);
        await MailboxSession.TypeAsync(connection, "EHLO test\r\nMAIL FROM:<a@b.example>\r\n", 2);
        var recipients = await MailboxSession.TypeAsync(connection, string.Concat(Enumerable.Repeat("RCPT TO:<c@d.example>\r\n", 101)), 101);
        Assert.StartsWith("250", recipients[99], StringComparison.Ordinal);
        Assert.StartsWith("452", recipients[100], StringComparison.Ordinal);
        var line = new string('x', 900) + "\r\n";
        var large = await MailboxSession.TypeAsync(connection, "DATA\r\n" + string.Concat(Enumerable.Repeat(line, 1300)) + ".\r\n", 2);
        Assert.StartsWith("552", large[1], StringComparison.Ordinal);
        var longLine = await MailboxSession.TypeAsync(connection, Envelope[11..] + new string('x', 10_000) + "\r\n.\r\n", 4);
        Assert.StartsWith("554", longLine[3], StringComparison.Ordinal);
        Assert.Empty(session.Store.Ids());

        var errors = await MailboxSession.TypeAsync(connection, string.Concat(Enumerable.Repeat("FNORD\r\n", 30)), 30);
        Assert.Equal("closed", errors[^1]);
        Assert.StartsWith("421", errors[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Survives_rubbish_and_clients_that_leave()
    {
        await using var session = await MailboxSession.StartAsync();
        var random = new Random(20130905);
        var bytes = new byte[5000];
        for (var i = 0; i < 50; i++)
        {
            random.NextBytes(bytes);
            using var connection = await session.ConnectAsync();
            try
            {
                await connection.BaseStream.WriteAsync(Encoding.ASCII.GetBytes(i % 3 == 0 ? Envelope : ""));
                await connection.BaseStream.WriteAsync(bytes);
            }
            catch (IOException)
            {
                // Thrown out before the end: fine.
            }
        }

        var last = await session.ConnectAsync();
        var replies = await MailboxSession.TypeAsync(last, Envelope + "\r\nstill here\r\n.\r\n", 5);
        Assert.StartsWith("250", replies[4], StringComparison.Ordinal);
        Assert.Contains("still here", (await session.OnlyMailAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_message_is_not_kept()
    {
        await using var session = await MailboxSession.StartAsync();
        using (var connection = await session.ConnectAsync())
        {
            await MailboxSession.TypeAsync(connection, Envelope + "Subject: x\r\n\r\nhalf a", 4);
        }

        var next = await session.ConnectAsync();
        await MailboxSession.TypeAsync(next, "NOOP\r\n", 1);
        Assert.Empty(session.Store.Ids());
    }

    [Fact]
    public async Task Has_a_place_for_so_many_clients_and_lets_the_others_wait()
    {
        await using var session = await MailboxSession.StartAsync();
        var connections = new List<StreamReader>();
        for (var i = 0; i < 64; i++)
        {
            connections.Add(await session.ConnectAsync());
        }

        var waiting = session.ConnectAsync();
        Assert.False(waiting.IsCompleted);
        connections[0].Dispose();
        await waiting.WaitAsync(Wait.AtMost);
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("20260101T000000000-abcdefab/../x")]
    [InlineData("20260101T000000000-abcdefab")]
    public async Task Opens_nothing_but_its_own_mails(string id)
    {
        await using var session = await MailboxSession.StartAsync();

        Assert.Null(await session.Store.FindAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task The_oldest_make_room()
    {
        await using var session = await MailboxSession.StartAsync();
        const string first = "20260101T000000000-00000000";
        for (var i = 0; i < MailboxStore.Most; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(session.Folder, $"20260101T000000000-{i:x8}.eml"), "x");
        }

        Assert.Contains(first, session.Store.Ids());
        var last = await session.Store.SaveAsync("x"u8.ToArray(), CancellationToken.None);

        Assert.Equal(last, session.Store.Ids()[0]);
        Assert.Equal(MailboxStore.Most, session.Store.Ids().Count);
        Assert.DoesNotContain(first, session.Store.Ids());
        session.Store.DeleteAll();
        Assert.Empty(session.Store.Ids());
    }
}
