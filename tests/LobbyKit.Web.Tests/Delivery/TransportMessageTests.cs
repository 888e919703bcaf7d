using System.Globalization;
using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class TransportMessageTests
{
    public static TheoryData<string> All => Transports.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Headers_and_envelope_are_as_given(string transport)
    {
        var mail = await SendAsync(transport, Transports.Mail);

        Assert.Equal("MAIL FROM:<letters@campaign.example>", mail.Sender.Split(' ', 3)[..2].Aggregate((a, b) => $"{a} {b}"));
        Assert.Equal(["RCPT TO:<office@government.example>"], mail.Recipients);
        Assert.Equal("Ada Lovelace via Open Letters <letters@campaign.example>", mail.Header("From").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("Office of the President <office@government.example>", mail.Header("To").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("Ada Lovelace <ada@supporter.example>", mail.Header("Reply-To").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("Human rights at the summit", mail.Header("Subject"));
        var date = DateTimeOffset.Parse(mail.Header("Date"), CultureInfo.InvariantCulture);
        var expected = transport == "MailKit" ? Transports.Mail.Date : DateTimeOffset.UtcNow;
        Assert.InRange(date, expected - TimeSpan.FromMinutes(1), expected + TimeSpan.FromMinutes(1));
        Assert.Equal("<0123456789abcdef@campaign.example>", mail.Header("Message-ID"));
        Assert.Equal("1.0", mail.Header("MIME-Version"));
        Assert.StartsWith("text/plain; charset=utf-8", mail.Header("Content-Type"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("en", mail.Header("Content-Language"));
        Assert.Equal(mail.HeaderNames.Count, mail.HeaderNames.Distinct().Count());
        Assert.DoesNotContain("auto-submitted", mail.HeaderNames);
        Assert.DoesNotContain("sender", mail.HeaderNames);
        Assert.Equal("Your Excellency,\n\nplease act.", mail.Text.TrimEnd());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_automatic_says_so(string transport) =>
        Assert.Equal("auto-generated", (await SendAsync(transport, Transports.Mail with { IsAutomatic = true })).Header("Auto-Submitted"));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Bounces_go_to_the_envelopes_sender(string transport)
    {
        var mail = await SendAsync(transport, Transports.Mail with { EnvelopeFrom = "bounces@campaign.example" });

        Assert.StartsWith("MAIL FROM:<bounces@campaign.example>", mail.Sender, StringComparison.Ordinal);
        Assert.Contains("<letters@campaign.example>", mail.Header("From"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_script_survives(string transport)
    {
        var mail = await SendAsync(transport, Transports.Mail with
        {
            FromName = "نوال السعداوي via رسائل",
            ReplyToName = "紫式部",
            ToName = "Präsidium für Ölfragen",
            Subject = "人権についてのお願い — حقوق الإنسان 🕊️",
            Body = "閣下、\n\nمن فضلكم 🕊️\n",
        });

        Assert.Equal("نوال السعداوي via رسائل <letters@campaign.example>", mail.Header("From").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("紫式部 <ada@supporter.example>", mail.Header("Reply-To").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("Präsidium für Ölfragen <office@government.example>", mail.Header("To").Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("人権についてのお願い — حقوق الإنسان 🕊️", mail.Header("Subject"));
        Assert.Equal("閣下、\n\nمن فضلكم 🕊️", mail.Text.TrimEnd());
        Assert.All(mail.Source, c => Assert.InRange(c, '\0', '\x7f'));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Long_lines_and_leading_dots_arrive_as_written(string transport)
    {
        var body = "." + new string('x', 3000) + "\n.\n..\n.hidden\n" + string.Concat(Enumerable.Repeat("é", 1500)) + "\n\tend. \n";

        var mail = await SendAsync(transport, Transports.Mail with { Body = body });

        Assert.Equal(body.TrimEnd(), mail.Text.TrimEnd());
        Assert.All(mail.Source.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Long_subjects_are_folded(string transport)
    {
        var plain = string.Join(' ', Enumerable.Repeat("rights", 34));
        var arabic = string.Join(' ', Enumerable.Repeat("حقوق", 45));

        foreach (var subject in new[] { plain, arabic })
        {
            var mail = await SendAsync(transport, Transports.Mail with { Subject = subject });

            Assert.Equal(subject, mail.Header("Subject"));
            // 78 is advice; MimeKit does not count the header's name.
            Assert.All(mail.HeaderBlock.Split("\r\n"), line => Assert.InRange(line.Length, 1, 78 + "Subject: ".Length));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_tried_again_message_is_the_same_message(string transport)
    {
        var first = await SendAsync(transport, Transports.Mail);
        var second = await SendAsync(transport, Transports.Mail);

        Assert.Equal(first.MessageId, second.MessageId);
        Assert.Equal(WithoutDate(first), WithoutDate(second));
    }

    private static string WithoutDate(ReceivedMail mail) => string.Join('\n', mail.Source.Split("\r\n").Where(l => !l.StartsWith("Date:", StringComparison.Ordinal)));

    private static async Task<ReceivedMail> SendAsync(string transport, OutgoingMail mail)
    {
        await using var server = new TestSmtpServer();
        var reply = await Transports.Create(transport, server).SendAsync(mail, CancellationToken.None);
        Assert.Equal(DeliveryOutcome.Accepted, reply.Outcome);
        return Assert.Single(server.Mails);
    }
}
