using LobbyKit.Web.Delivery;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>What each misbehaviour of a server comes to.</summary>
public sealed class TransportOutcomeTests
{
    public static TheoryData<string> All => Transports.All;

    /// <summary>Transport, step, the server's reply, outcome, code, enhanced code, about us.</summary>
    public static TheoryData<string, string, string, DeliveryOutcome, int?, string, bool> Refusals
    {
        get
        {
            (string Step, string Reply, DeliveryOutcome Outcome, int? Code, string Enhanced, bool AboutUs)[] rows =
            [
                ("RCPT", "550 5.1.1 no such office", DeliveryOutcome.Rejected, 550, "5.1.1", false),
                ("RCPT", "450 4.2.0 greylisted", DeliveryOutcome.TryLater, 450, "4.2.0", false),
                ("RCPT", "451 4.7.1 later", DeliveryOutcome.TryLater, 451, "4.7.1", false),
                ("RCPT", "452 4.2.2 mailbox full", DeliveryOutcome.TryLater, 452, "4.2.2", false),
                ("RCPT", "552 5.2.2 mailbox full", DeliveryOutcome.TryLater, 552, "5.2.2", false),
                ("RCPT", "554 5.7.1 Relay access denied", DeliveryOutcome.TryLater, 554, "5.7.1", true),
                ("RCPT", "530 5.7.0 log in first", DeliveryOutcome.TryLater, 530, null!, true),
                ("MAIL", "550 5.7.1 sender not allowed", DeliveryOutcome.TryLater, 550, "5.7.1", true),
                ("MAIL", "451 4.3.0 later", DeliveryOutcome.TryLater, 451, "4.3.0", true),
                ("MAIL", "552 5.3.4 too large", DeliveryOutcome.Rejected, 552, "5.3.4", false),
                ("DATA", "451 4.3.0 later", DeliveryOutcome.TryLater, 451, "4.3.0", false),
                ("DATA", "554 5.5.1 no valid recipients", DeliveryOutcome.Rejected, 554, "5.5.1", false),
                ("END", "554 5.7.1 content refused", DeliveryOutcome.Rejected, 554, "5.7.1", false),
                ("END", "552 5.3.4 too large", DeliveryOutcome.Rejected, 552, "5.3.4", false),
                ("END", "451 4.7.1 later", DeliveryOutcome.TryLater, 451, "4.7.1", false),
                ("END", "421 4.3.2 closing", DeliveryOutcome.TryLater, 421, "4.3.2", true),
                ("END", "550 no enhanced code", DeliveryOutcome.Rejected, 550, "", false),
                ("GREETING", "554 5.7.1 go away", DeliveryOutcome.TryLater, null, null!, true),
                ("GREETING", "421 4.3.2 busy", DeliveryOutcome.TryLater, null, null!, true),
                ("GREETING", "this is not SMTP", DeliveryOutcome.TryLater, null, null!, true),
                ("EHLO", TestSmtpServer.Cut, DeliveryOutcome.TryLater, null, null!, true),
                ("GREETING", TestSmtpServer.Cut, DeliveryOutcome.TryLater, null, null!, true),
                ("MAIL", TestSmtpServer.Cut, DeliveryOutcome.TryLater, null, null!, false),
                ("RCPT", TestSmtpServer.Cut, DeliveryOutcome.TryLater, null, null!, false),
                ("DATA", TestSmtpServer.Cut, DeliveryOutcome.TryLater, null, null!, false),
                ("LINE", TestSmtpServer.Cut, DeliveryOutcome.TryLater, null, null!, false),
                ("END", TestSmtpServer.Cut, DeliveryOutcome.TryLater, null, null!, false),
                ("END", "rubbish", DeliveryOutcome.TryLater, null, null!, false),
            ];
            var data = new TheoryData<string, string, string, DeliveryOutcome, int?, string, bool>();
            foreach (var transport in Transports.Names)
            {
                Array.ForEach(rows, r => data.Add(transport, r.Step, r.Reply, r.Outcome, r.Code, r.Enhanced, r.AboutUs));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_has_its_outcome(
        string transport, string step, string answer, DeliveryOutcome outcome, int? code, string? enhancedCode, bool aboutUs)
    {
        await using var server = new TestSmtpServer();
        server.Script = (s, _) => s == step ? answer : null;
        var sender = Transports.Create(transport, server);

        var reply = await sender.SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal(outcome, reply.Outcome);
        Assert.Equal(aboutUs, reply.IsAboutUs);
        Assert.NotEmpty(reply.Text);
        if (code is not null)
        {
            Assert.Equal(code, reply.Code);
        }

        if (enhancedCode is not null)
        {
            Assert.Equal(enhancedCode, reply.EnhancedCode);
        }

        if (answer.Length > 10 && code is not null)
        {
            Assert.Contains(answer.Split(' ')[^1], reply.Text, StringComparison.Ordinal);
        }

        // And nothing of it stays behind: the next e-mail goes out.
        server.Script = null;
        Assert.Equal(DeliveryOutcome.Accepted, (await sender.SendAsync(Transports.Mail, CancellationToken.None)).Outcome);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Several_lines_are_one_reply(string transport)
    {
        await using var server = new TestSmtpServer();
        server.Script = (s, _) => s == "RCPT" ? "550-5.1.1 There is nobody\r\n550 5.1.1 of that name here" : null;

        var reply = await Transports.Create(transport, server).SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal((DeliveryOutcome.Rejected, "5.1.1"), (reply.Outcome, reply.EnhancedCode));
        Assert.Contains("nobody", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nobody_listening_means_later(string transport)
    {
        var server = new TestSmtpServer();
        var port = server.Port;
        await server.DisposeAsync();

        var reply = await Transports.Create(transport, port).SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal((DeliveryOutcome.TryLater, true), (reply.Outcome, reply.IsAboutUs));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_name_that_does_not_resolve_means_later(string transport)
    {
        var reply = await Transports.Create(transport, 25, o => o.Host = "no-such-host.invalid").SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal((DeliveryOutcome.TryLater, true), (reply.Outcome, reply.IsAboutUs));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_silent_server_is_given_up_in_time(string transport)
    {
        foreach (var step in new[] { "GREETING", "RCPT" })
        {
            await using var server = new TestSmtpServer();
            var silent = new TaskCompletionSource();
            server.Script = (s, _) =>
            {
                if (s != step)
                {
                    return null;
                }

                silent.TrySetResult();
                return TestSmtpServer.Silence;
            };
            var clock = new TimersByHand();
            var sending = Transports.Create(transport, server, o => o.TimeoutSeconds = 3600, clock).SendAsync(Transports.Mail, CancellationToken.None);
            await silent.Task.WaitAsync(Wait.AtMost);

            clock.Advance(TimeSpan.FromSeconds(3599));
            Assert.Equal(1, clock.Pending);
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(0, clock.Pending);
            var reply = await sending.WaitAsync(Wait.AtMost);

            Assert.Equal(DeliveryOutcome.TryLater, reply.Outcome);
            Assert.Contains("in time", reply.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>For the last word the platform's client waits by a clock of its own.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public async Task A_last_word_that_comes_late_is_not_waited_for(string transport)
    {
        await using var server = new TestSmtpServer { Script = (step, _) => step == "END" ? TestSmtpServer.Late + "250 2.0.0 queued" : null };

        var reply = await Transports.Create(transport, server, o => o.TimeoutSeconds = 1).SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal(DeliveryOutcome.TryLater, reply.Outcome);
        Assert.Contains("in time", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Cancelling_is_not_an_outcome(string transport)
    {
        await using var server = new TestSmtpServer();
        server.Script = (s, _) => s == "GREETING" ? TestSmtpServer.Silence : null;
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transports.Create(transport, server).SendAsync(Transports.Mail, stop.Token));
    }
}
