using System.Globalization;
using System.Text;
using LobbyKit.Web.Delivery;
using static LobbyKit.Web.Delivery.SmtpStep;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>
/// Both tables, row for row, against a server that does what the row is about, through every transport of this build. A new row without
/// a case fails a test.
/// </summary>
public sealed class OutcomeTableTests
{
    private const string MailKit = "MailKit";
    private const string Platform = "System.Net.Mail";

    private static readonly ReplyCase[] Replies =
    [
        new(EndOfData, "250 2.0.0 queued as 4711"),

        new(Greeting, "421 4.3.2 too many connections" + TestSmtpServer.Cut),
        // MailKit tries HELO then, and finds the connection closed.
        new(Hello, "421 4.3.2 not now" + TestSmtpServer.Cut, Platform),
        new(MailFrom, "421 4.3.2 closing" + TestSmtpServer.Cut),
        new(RcptTo, "421 4.3.2 closing" + TestSmtpServer.Cut),
        new(SmtpStep.Data, "421 4.3.2 closing" + TestSmtpServer.Cut),
        new(EndOfData, "421 4.3.2 closing" + TestSmtpServer.Cut),
        new(RcptTo, "530 5.7.0 log in first"),
        new(MailFrom, "534 5.7.9 that mechanism is too weak"),
        new(MailFrom, "535 5.7.8 wrong password"),
        new(Login, "535 5.7.8 wrong password", MailKit),
        new(Login, "534 5.7.9 too weak", MailKit),
        new(Login, "454 4.7.0 the login server is away", MailKit),
        new(MailFrom, "538 5.7.11 encryption needed"),

        new(MailFrom, "552 the letter is too large"),
        new(MailFrom, "554 5.3.4 the letter is too large"),
        new(MailFrom, "553 5.6.7 no such letters here"),
        new(Greeting, "554 5.7.1 no service for you"),
        new(Greeting, "450 4.3.2 come back"),
        new(Hello, "550 5.7.1 who are you"),
        new(Hello, "451 4.3.0 later"),
        new(MailFrom, "550 5.7.1 not your address"),
        new(MailFrom, "451 4.3.0 later"),
        new(MailFrom, "555 5.5.4 unsupported option"),

        new(RcptTo, "554 5.7.1 Relay access denied"),
        new(RcptTo, "550 5.7.54 Unable to relay recipient"),
        new(RcptTo, "503 5.5.1 bad sequence"),
        new(SmtpStep.Data, "503 5.5.1 bad sequence"),

        new(RcptTo, "550 5.2.2 mailbox full"),
        new(EndOfData, "554 5.2.2 mailbox full"),
        new(RcptTo, "552 too much"),

        new(RcptTo, "450 4.2.0 greylisted, come back"),
        new(RcptTo, "452 4.2.2 mailbox full"),
        new(SmtpStep.Data, "451 4.3.0 later"),
        new(EndOfData, "451 4.7.1 later"),
        new(EndOfData, "452 4.3.1 no room"),
        new(RcptTo, "550 5.1.1 no such office"),
        new(RcptTo, "553 5.6.7 no such letters here"),
        new(RcptTo, "551 5.1.6 moved away"),
        new(SmtpStep.Data, "554 5.5.1 no valid recipients"),
        new(EndOfData, "554 5.7.1 content refused"),
        new(EndOfData, "552 5.3.4 too large"),
        new(EndOfData, "550 no code"),

        // The platform's client takes it for no answer at all, which comes to the same.
        new(RcptTo, "354 go ahead"),
        new(EndOfData, "354 and again"),
    ];

    private static readonly Dictionary<string, FaultCase> Faults = new()
    {
        ["no such name"] = new(DeliveryFault.NameUnknown, Connect, "cannot be found") { Options = o => o.Host = "no-such-host.invalid" },
        ["nobody there"] = new(DeliveryFault.Unreachable, Connect, "cannot be reached") { IsGone = true },
        ["silent"] = new(DeliveryFault.TimedOut, Greeting, "in time") { Script = Only("GREETING", TestSmtpServer.Silence) },
        ["greets byte by byte"] = new(DeliveryFault.TimedOut, Greeting, "in time") { Script = Only("GREETING", TestSmtpServer.Dribble + "220 test ESMTP, the slowest there is") },
        ["says byte by byte who it is"] = new(DeliveryFault.TimedOut, Hello, "in time") { Script = Only("EHLO", TestSmtpServer.Dribble + "250 test, the slowest there is") },
        ["silent at the recipient"] = new(DeliveryFault.TimedOut, RcptTo, "in time") { Script = Only("RCPT", TestSmtpServer.Silence) },
        ["silent at the end"] = new(DeliveryFault.TimedOut, EndOfData, "in time") { Script = Only("END", TestSmtpServer.Silence) },
        ["takes it byte by byte"] = new(DeliveryFault.TimedOut, EndOfData, "in time") { Script = Only("END", TestSmtpServer.Dribble + "250 2.0.0 queued, after a while") },
        ["hangs up at once"] = new(DeliveryFault.BrokenOff, Greeting, "broke the connection off") { Script = Only("GREETING", TestSmtpServer.Cut) },
        ["hangs up at EHLO"] = new(DeliveryFault.BrokenOff, Hello, "broke the connection off") { Script = Only("EHLO", TestSmtpServer.Cut) },
        ["hangs up at the sender"] = new(DeliveryFault.BrokenOff, MailFrom, "handed over") { Script = Only("MAIL", TestSmtpServer.Cut) },
        ["hangs up at the recipient"] = new(DeliveryFault.BrokenOff, RcptTo, "handed over") { Script = Only("RCPT", TestSmtpServer.Cut) },
        ["hangs up in the middle of the message"] = new(DeliveryFault.BrokenOff, SmtpStep.Data, "handed over") { Script = Only("LINE", TestSmtpServer.Cut) },
        ["hangs up at the end"] = new(DeliveryFault.BrokenOff, EndOfData, "handed over") { Script = Only("END", TestSmtpServer.Cut) },
        ["greets in no language"] = new(DeliveryFault.NotSmtp, Greeting, "as a mail server does") { Script = Only("GREETING", "HTTP/1.1 400 Bad Request") },
        ["answers EHLO with binary"] = new(DeliveryFault.NotSmtp, Hello, "as a mail server does") { Script = Only("EHLO", "\u0000\u0001\u00ff\u0002") },
        ["answers the end with rubbish"] = new(DeliveryFault.NotSmtp, EndOfData, "cannot be understood") { Script = Only("END", "rubbish") },
        ["no STARTTLS"] = new(DeliveryFault.TlsNotOffered, StartTls, "STARTTLS") { Options = o => o.Security = MailSecurity.StartTls },
        ["signed by itself"] = new(DeliveryFault.TlsUntrusted, StartTls, "not trusted") { Options = o => o.Security = MailSecurity.StartTls, Certificate = TestCertificate.Create },
        ["expired"] = new(DeliveryFault.TlsUntrusted, StartTls, "not trusted") { Options = o => o.Security = MailSecurity.StartTls, Certificate = () => TestCertificate.Create(null, hasExpired: true) },
        ["another's name"] = new(DeliveryFault.TlsUntrusted, StartTls, "not trusted") { Options = o => o.Security = MailSecurity.StartTls, Certificate = () => TestCertificate.Create(null, name: "mail.other.example") },
        ["an authority that nobody knows"] = new(DeliveryFault.TlsUntrusted, StartTls, "not trusted") { Options = o => o.Security = MailSecurity.StartTls, Certificate = () => TestCertificate.Create(TestCertificate.CreateAuthority()) },
        ["signed by itself, TLS at once"] = new(DeliveryFault.TlsUntrusted, StartTls, "not trusted") { Options = o => o.Security = MailSecurity.Tls, Certificate = TestCertificate.Create, TlsAtOnce = true, Only = MailKit },
        ["plain text after STARTTLS"] = new(DeliveryFault.TlsFailed, StartTls, "protected") { Options = o => o.Security = MailSecurity.StartTls, PretendsTls = true },
        ["plain text on the port of TLS"] = new(DeliveryFault.TlsFailed, StartTls, "protected") { Options = o => o.Security = MailSecurity.Tls, Only = MailKit },
        // The platform's client goes on without the login, and is refused or not as anybody else is.
        ["no login"] = new(DeliveryFault.LoginNotOffered, Login, "no login") { Options = o => (o.UserName, o.Password) = ("campaign", "secret"), Only = MailKit },
        // The platform's client does not listen to what the server says of sizes, and is told so at the end.
        ["too large"] = new(DeliveryFault.TooLarge, MailFrom, "larger") { Offers = ["PIPELINING", "SIZE 2000"], Mail = Large, Only = MailKit },
        ["letters of another script"] = new(DeliveryFault.AddressNotSupported, MailFrom, "before the @") { Mail = m => m with { ToAddress = "büro@government.example" } },
        ["letters of another script, and no 8BITMIME"] = new(DeliveryFault.AddressNotSupported, MailFrom, "before the @") { Offers = ["SMTPUTF8"], Mail = m => m with { ToAddress = "büro@government.example" }, Only = MailKit },
        ["no address"] = new(DeliveryFault.Unusable, Connect, "ToAddress") { Mail = m => m with { ToAddress = "nobody" } },
    };

    public static TheoryData<string, string, string> RepliesOnEach
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var transport in Transports.Names)
            {
                Array.ForEach([.. Replies.Where(r => r.Only is null || r.Only == transport)], r => data.Add(transport, r.Step.ToString(), r.Reply));
            }

            return data;
        }
    }

    public static TheoryData<string, string> FaultsOnEach
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var transport in Transports.Names)
            {
                Array.ForEach([.. Faults.Where(f => f.Value.Only is null || f.Value.Only == transport)], f => data.Add(transport, f.Key));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(RepliesOnEach))]
    public async Task Each_reply_has_the_outcome_of_its_row(string transport, string step, string said)
    {
        var example = Replies.First(r => r.Step.ToString() == step && r.Reply == said);
        await using var server = new TestSmtpServer { OffersLogin = true, Script = Only(ScriptName(example.Step), said) };
        using var sender = (IDisposable)Transports.Create(transport, server, o =>
        {
            if (example.Step == Login)
            {
                (o.UserName, o.Password) = ("campaign", "secret");
            }
        });

        var reply = await ((IMailTransport)sender).SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal((example.Row.Outcome, example.Row.IsAboutUs), (reply.Outcome, reply.IsAboutUs));
        Assert.Equal(example.Row.Outcome == DeliveryOutcome.Accepted || example.Step == EndOfData, !server.Mails.IsEmpty);
        if (example.Code >= 400)
        {
            Assert.Equal((example.Code, example.Enhanced), (reply.Code, reply.EnhancedCode));
            Assert.Contains(example.Words, reply.Text, StringComparison.Ordinal);
        }

        await SendsAgainAsync(server, (IMailTransport)sender);
    }

    [Theory]
    [MemberData(nameof(FaultsOnEach))]
    public async Task Each_fault_has_the_outcome_of_its_row(string transport, string name)
    {
        var example = Faults[name];
        using var certificate = example.Certificate?.Invoke();
        await using var server = new TestSmtpServer(certificate, example.TlsAtOnce) { Script = example.Script, PretendsTls = example.PretendsTls };
        server.Offers = example.Offers ?? server.Offers;
        if (example.IsGone)
        {
            await server.DisposeAsync();
        }

        using var sender = (IDisposable)Transports.Create(transport, server, o =>
        {
            o.TimeoutSeconds = example.Fault == DeliveryFault.TimedOut ? 1 : 10;
            example.Options?.Invoke(o);
        });
        var mail = example.Mail?.Invoke(Transports.Mail) ?? Transports.Mail;

        var reply = await ((IMailTransport)sender).SendAsync(mail, CancellationToken.None);

        var row = RowOf(example);
        Assert.Equal((row.Outcome, row.IsAboutUs, (int?)null, row.EnhancedCode), (reply.Outcome, reply.IsAboutUs, reply.Code, reply.EnhancedCode));
        Assert.Contains(example.Words, reply.Text, StringComparison.Ordinal);
        Assert.InRange(reply.Text.Length, 10, 500);
        // Before the message there is not even a sender to be seen.
        Assert.Equal(example.Step is MailFrom or RcptTo or SmtpStep.Data or EndOfData && row.Outcome != DeliveryOutcome.Rejected, server.Commands.Any(c => c.StartsWith("MAIL", StringComparison.Ordinal)));
        if (example.Script is not null)
        {
            await SendsAgainAsync(server, (IMailTransport)sender);
        }
    }

    [Fact]
    public void Every_row_has_a_case_on_every_transport()
    {
        foreach (var transport in Transports.Names)
        {
            Assert.Empty(ReplyRules.Rows.Except(Replies.Where(r => r.Only is null || r.Only == transport).Select(r => r.Row)));
            DeliveryFault[] elsewhere = transport == MailKit
                ? [DeliveryFault.Ours]
                : [DeliveryFault.Ours, DeliveryFault.LoginNotOffered, DeliveryFault.TooLarge];
            var shown = Faults.Values.Where(f => f.Only is null || f.Only == transport).Select(RowOf).ToHashSet();
            Assert.DoesNotContain(FaultRules.Rows, r => !elsewhere.Contains(r.Fault) && !shown.Contains(r));
        }
    }

    [Theory]
    [InlineData(Connect, true)]
    [InlineData(MailFrom, true)]
    [InlineData(RcptTo, false)]
    [InlineData(EndOfData, false)]
    public void What_goes_wrong_here_is_tried_again(SmtpStep step, bool aboutUs)
    {
        var reply = ReplyRules.NoAnswer(step, "It cannot be decrypted.");

        Assert.Equal((DeliveryOutcome.TryLater, aboutUs, "", "It cannot be decrypted."), (reply.Outcome, reply.IsAboutUs, reply.EnhancedCode, reply.Text));
    }

    [Fact]
    public void Every_fault_is_judged_at_every_step_and_counted_under_a_reason_of_its_own()
    {
        foreach (var fault in Enum.GetValues<DeliveryFault>())
        {
            foreach (var step in Enum.GetValues<SmtpStep>())
            {
                var reply = FaultRules.Judge(fault, step, "Words.");

                Assert.NotEqual(DeliveryOutcome.Accepted, reply.Outcome);
                Assert.NotEmpty(reply.Text);
                Assert.Equal(
                    reply.EnhancedCode.Length == 0,
                    AnswerReasons.Of(reply.Outcome, reply.Code, reply.EnhancedCode) == AnswerReason.NoAnswer);
            }
        }
    }

    private static async Task SendsAgainAsync(TestSmtpServer server, IMailTransport sender)
    {
        // Nothing of it stays behind: the next e-mail goes out.
        server.Script = null;
        Assert.Equal(DeliveryOutcome.Accepted, (await sender.SendAsync(Transports.Mail, CancellationToken.None)).Outcome);
    }

    private static Func<string, string, string?> Only(string step, string reply) => (s, _) => s == step ? reply : null;

    private static OutgoingMail Large(OutgoingMail mail) => mail with { Body = new StringBuilder().Insert(0, "Please act. ", 1000).ToString() };

    private static FaultRule RowOf(FaultCase example) => FaultRules.Rows.First(r => r.Fits(example.Fault, example.Step));

    private static string ScriptName(SmtpStep step) => step switch
    {
        Greeting => "GREETING",
        Hello => "EHLO",
        Login => "AUTH",
        MailFrom => "MAIL",
        RcptTo => "RCPT",
        SmtpStep.Data => "DATA",
        EndOfData => "END",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    private sealed record ReplyCase(SmtpStep Step, string Reply, string? Only = null)
    {
        private string Line => Reply.Replace(TestSmtpServer.Cut, "", StringComparison.Ordinal);

        public int Code => int.Parse(Line[..3], CultureInfo.InvariantCulture);

        public string Enhanced => Line.Split(' ')[1] is var second && second.Count(c => c == '.') == 2 ? second : "";

        public string Words => Line[4..][(Enhanced.Length > 0 ? Enhanced.Length + 1 : 0)..];

        public ReplyRule Row => ReplyRules.Rows.First(r => r.Fits(Step, Code, Enhanced, Words));
    }

    private sealed record FaultCase(DeliveryFault Fault, SmtpStep Step, string Words)
    {
        public Func<string, string, string?>? Script { get; init; }

        public Action<MailOptions>? Options { get; init; }

        public Func<OutgoingMail, OutgoingMail>? Mail { get; init; }

        public Func<System.Security.Cryptography.X509Certificates.X509Certificate2>? Certificate { get; init; }

        public string[]? Offers { get; init; }

        public bool TlsAtOnce { get; init; }

        public bool PretendsTls { get; init; }

        public bool IsGone { get; init; }

        public string? Only { get; init; }
    }
}
