using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>Whatever a field holds, the message has the headers that we gave it, the recipients that we gave it, and no others.</summary>
public sealed class TransportInjectionTests
{
    private static readonly string[] Attacks =
    [
        "x\r\nBcc: victim@other.example",
        "x\nBcc: victim@other.example",
        "x\rBcc: victim@other.example",
        "x\r\n\r\nAnother body",
        "x\0y",
        "x\u2028Bcc: victim@other.example",
        "x\u2029Bcc: victim@other.example",
        "x\u0085Bcc: victim@other.example",
        "x\v\fBcc: victim@other.example",
        "=?utf-8?Q?x=0D=0ABcc:_victim@other.example?=",
        "=?utf-8?B?eA0KQmNjOiB2aWN0aW1Ab3RoZXIuZXhhbXBsZQ==?=",
        "=?utf-8?Q?President?= <president@government.example>",
        "\"x\" <president@government.example>, y",
        "x\\\" <president@government.example>",
        "x), (y",
        "Smith, John; Ada: Bob",
        "\u202Eelpmaxe\u202C",
        "\u2066x\u2069\u200F",
        "x\ud800y",
        "\r\n",
        "",
    ];

    public static TheoryData<string, string> AttacksOnEach
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var transport in Transports.Names)
            {
                foreach (var attack in Attacks.Append(new string('x', 100_000)).Append(string.Concat(Enumerable.Repeat("👩‍👩‍👧 ", 5000))))
                {
                    data.Add(transport, attack);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> All => Transports.All;

    [Theory]
    [MemberData(nameof(AttacksOnEach))]
    public async Task Text_stays_inside_its_header(string transport, string attack)
    {
        await using var server = new TestSmtpServer();

        var reply = await Transports.Create(transport, server).SendAsync(
            Transports.Mail with { FromName = attack, ReplyToName = attack, ToName = attack, Subject = attack, Language = attack, IsAutomatic = true },
            CancellationToken.None);

        Assert.Equal(DeliveryOutcome.Accepted, reply.Outcome);
        var mail = Assert.Single(server.Mails);
        string[] ours =
        [
            "auto-submitted", "content-language", "content-transfer-encoding", "content-type", "date", "from", "message-id", "mime-version",
            "reply-to", "subject", "to",
        ];
        Assert.Empty(mail.HeaderNames.Except(ours));
        Assert.Equal(mail.HeaderNames.Count, mail.HeaderNames.Distinct().Count());
        Assert.Equal(["RCPT TO:<office@government.example>"], mail.Recipients);
        Assert.DoesNotContain("victim", string.Concat(server.Commands), StringComparison.Ordinal);
        Assert.Equal("Your Excellency,\n\nplease act.", mail.Text.TrimEnd());
        // Folded wherever there is a place to; 998 is the limit of RFC 5322.
        Assert.All(mail.HeaderBlock.Split("\r\n"), line => Assert.InRange(line.Length, 1, attack.Contains(' ', StringComparison.Ordinal) ? 100 : 998));
        foreach (var header in new[] { "From", "Reply-To", "To", "Subject" })
        {
            var value = mail.Header(header);
            Assert.DoesNotContain(value, c => char.IsControl(c) || c is '\u2028' or '\u2029' || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069'));
            Assert.InRange(value.Length, 0, 300);
        }

        // One address each, and it is ours.
        Assert.All(["From", "Reply-To", "To"], name => Assert.Equal(1, mail.Header(name).Count(c => c == '@')));
        Assert.EndsWith("letters@campaign.example", mail.Header("From").TrimEnd('>'), StringComparison.Ordinal);
        Assert.EndsWith("ada@supporter.example", mail.Header("Reply-To").TrimEnd('>'), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_address_that_is_more_than_an_address_is_not_sent_to(string transport)
    {
        await using var server = new TestSmtpServer();
        var sender = Transports.Create(transport, server);
        string[] addresses =
        [
            "office@government.example\r\nRCPT TO:<victim@other.example>", "office@government.example>\r\nDATA", "a@b.example, c@d.example",
            "Office <office@government.example>", "office@government.example NOTIFY=NEVER", "\"a b\"@c.example", "office", "@", "", " ", "a@b@c",
            "office@government.example\0", "of\u202Efice@government.example", "a@-b.example", "a..b@c.example",
        ];

        foreach (var address in addresses)
        {
            foreach (var mail in new[]
            {
                Transports.Mail with { ToAddress = address },
                Transports.Mail with { FromAddress = address },
                Transports.Mail with { EnvelopeFrom = address },
                Transports.Mail with { ReplyToAddress = address.Length > 0 ? address : "@" },
                Transports.Mail with { MessageId = address.Length > 0 ? address + ">\r\nX: y" : "" },
            })
            {
                var reply = await sender.SendAsync(mail, CancellationToken.None);

                Assert.Equal(DeliveryOutcome.Rejected, reply.Outcome);
                Assert.DoesNotContain("victim", reply.Text, StringComparison.Ordinal);
            }
        }

        Assert.Empty(server.Mails);
        Assert.Equal(0, server.Connections);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_body_cannot_end_the_message(string transport)
    {
        await using var server = new TestSmtpServer();
        var body = "one\r\n.\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<victim@other.example>\r\nDATA\r\n\n.\n\r.\r\ntwo\0\u0007";

        await Transports.Create(transport, server).SendAsync(Transports.Mail with { Body = body }, CancellationToken.None);

        var mail = Assert.Single(server.Mails);
        Assert.Equal(["RCPT TO:<office@government.example>"], mail.Recipients);
        Assert.Equal("one\n.\nMAIL FROM:<a@b.example>\nRCPT TO:<victim@other.example>\nDATA\n\n.\n\n.\ntwo", mail.Text.TrimEnd());
    }
}
