using LobbyKit.Web.Delivery;
using LobbyKit.Web.Delivery.Mailbox;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>The transports that this build has: the same tests run on each.</summary>
internal static class Transports
{
    public static string[] Names =>
#if LOBBYKIT_FULL
        ["System.Net.Mail", "MailKit"];
#else
        ["System.Net.Mail"];
#endif

    public static TheoryData<string> All => [.. Names];

    public static IMailTransport Create(string name, TestSmtpServer server, Action<MailOptions>? change = null, TimeProvider? clock = null) =>
        Create(name, server.Port, change, clock);

    public static IMailTransport Create(string name, int port, Action<MailOptions>? change = null, TimeProvider? clock = null)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = port, Security = MailSecurity.None, TimeoutSeconds = 10 };
        change?.Invoke(options);
        var settings = Options.Create(options);
        clock ??= TimeProvider.System;
        var store = new MailboxStore(settings, new HostingEnvironment(), clock);
        var route = new MailRoute(settings, new DemoMailbox(settings, store, clock, NullLogger<DemoMailbox>.Instance));
#if LOBBYKIT_FULL
        if (name == "MailKit")
        {
            return new MailKitTransport(route, new DkimSignature(settings, new HostingEnvironment { ContentRootPath = "/" }), clock);
        }
#endif
        return new SystemNetMailTransport(route, settings, clock);
    }

    public static OutgoingMail Mail => new()
    {
        MessageId = "0123456789abcdef@campaign.example",
        Date = new DateTimeOffset(2026, 11, 22, 9, 30, 5, TimeSpan.Zero),
        EnvelopeFrom = "letters@campaign.example",
        FromAddress = "letters@campaign.example",
        FromName = "Ada Lovelace via Open Letters",
        ReplyToAddress = "ada@supporter.example",
        ReplyToName = "Ada Lovelace",
        ToAddress = "office@government.example",
        ToName = "Office of the President",
        Subject = "Human rights at the summit",
        Body = "Your Excellency,\n\nplease act.\n",
        Language = "en",
    };
}
