using System.Text;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Tests.Application;

namespace LobbyKit.Web.Tests.Delivery;

public sealed class TransportConnectionTests
{
    public static TheoryData<string> All => Transports.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_connection_is_used_again(string transport)
    {
        await using var server = new TestSmtpServer();
        var sender = Transports.Create(transport, server);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(DeliveryOutcome.Accepted, (await sender.SendAsync(Transports.Mail, CancellationToken.None)).Outcome);
        }

        Assert.Equal((5, 1), (server.Mails.Count, server.Connections));
    }

    [Fact]
    public async Task The_platforms_client_is_let_go_after_fifty_mails()
    {
        await using var server = new TestSmtpServer();
        var sender = Transports.Create("System.Net.Mail", server);
        for (var i = 0; i < 51; i++)
        {
            Assert.Equal(DeliveryOutcome.Accepted, (await sender.SendAsync(Transports.Mail, CancellationToken.None)).Outcome);
        }

        Assert.Equal((51, 2), (server.Mails.Count, server.Connections));
        // The server hears a little later that the first is closed.
        await Wait.ForAsync("one open connection", () => Task.FromResult(server.OpenNow == 1 ? server : null));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_connection_that_the_server_closed_meanwhile_costs_nothing(string transport)
    {
        await using var server = new TestSmtpServer();
        var clock = new ManualClock();
        var sender = Transports.Create(transport, server, clock: clock);
        await sender.SendAsync(Transports.Mail, CancellationToken.None);
        server.Script = (step, _) => step == "NOOP" ? TestSmtpServer.Cut : null;
        clock.Advance(TimeSpan.FromMinutes(5));

        var reply = await sender.SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal(DeliveryOutcome.Accepted, reply.Outcome);
        Assert.Equal(2, server.Connections);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Side_by_side_every_mail_has_a_connection_of_its_own(string transport)
    {
        await using var server = new TestSmtpServer();
        var sender = Transports.Create(transport, server);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            for (var i = 0; i < 10; i++)
            {
                var mail = Transports.Mail with { MessageId = $"{worker}.{i}@campaign.example", Body = $"This is {worker}.{i}." };
                Assert.Equal(DeliveryOutcome.Accepted, (await sender.SendAsync(mail, CancellationToken.None)).Outcome);
            }
        }));

        Assert.Equal(80, server.Mails.Select(m => m.MessageId).Distinct().Count());
        Assert.All(server.Mails, m => Assert.Equal($"This is {m.MessageId.Split('@')[0]}.", m.Text.TrimEnd()));
        Assert.InRange(server.MostOpenAtOnce, 1, 8);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Logs_in_as_told(string transport)
    {
        await using var server = new TestSmtpServer { OffersLogin = true };

        var reply = await Transports.Create(transport, server, LogIn).SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal(DeliveryOutcome.Accepted, reply.Outcome);
        Assert.Contains(server.Commands, c => c.StartsWith("AUTH ", StringComparison.Ordinal));
        string[] secrets = [Base64("secret"), Base64("\0campaign\0secret")];
        Assert.Contains(server.Commands, c => secrets.Any(s => c.EndsWith(s, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_refused_login_is_our_trouble_and_no_letters(string transport)
    {
        await using var server = new TestSmtpServer { OffersLogin = true };
        // The platform's client carries on after a refused login, and is refused once more.
        server.Script = (step, _) => step == "AUTH" ? "535 5.7.8 wrong password" : step == "MAIL" ? "530 5.7.0 log in first" : null;

        var reply = await Transports.Create(transport, server, LogIn).SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal((DeliveryOutcome.TryLater, true), (reply.Outcome, reply.IsAboutUs));
        Assert.Empty(server.Mails);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Nothing_is_sent_where_a_login_is_set_and_the_server_takes_none(string transport)
    {
        await using var server = new TestSmtpServer();
        server.Script = (step, _) => step == "MAIL" ? "530 5.7.0 log in first" : null;

        var reply = await Transports.Create(transport, server, LogIn).SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal((DeliveryOutcome.TryLater, true), (reply.Outcome, reply.IsAboutUs));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Without_the_promised_STARTTLS_nothing_is_sent(string transport)
    {
        await using var server = new TestSmtpServer { OffersLogin = true };

        var reply = await Transports.Create(transport, server, o =>
        {
            LogIn(o);
            o.Security = MailSecurity.StartTls;
        }).SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal((DeliveryOutcome.TryLater, true), (reply.Outcome, reply.IsAboutUs));
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal) || c.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_certificate_that_nobody_vouches_for_is_not_trusted(string transport)
    {
        using var certificate = TestCertificate.Create();
        await using var server = new TestSmtpServer(certificate);

        var reply = await Transports.Create(transport, server, o => o.Security = MailSecurity.StartTls).SendAsync(Transports.Mail, CancellationToken.None);

        Assert.Equal((DeliveryOutcome.TryLater, true), (reply.Outcome, reply.IsAboutUs));
        Assert.Contains("STARTTLS", server.Commands);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
    }

    private static void LogIn(MailOptions options) => (options.UserName, options.Password) = ("campaign", "secret");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
