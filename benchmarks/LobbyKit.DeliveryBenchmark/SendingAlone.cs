using System.Diagnostics;
#if LOBBYKIT_FULL
using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
#else
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
#endif

namespace LobbyKit.DeliveryBenchmark;

/// <summary>
/// What the build's mail library reaches by itself with the same messages, encoded as the engine has them encoded, with no outbox and nothing of LobbyKit around it: what
/// the engine is held against.
/// </summary>
internal static class SendingAlone
{
    public static string Library =>
#if LOBBYKIT_FULL
        "MailKit";
#else
        "System.Net.Mail";
#endif

    /// <returns>The seconds that it took.</returns>
    public static async Task<double> RunAsync(int port, int messages, int connections)
    {
#if !LOBBYKIT_FULL
        // Otherwise its blocking calls would wait for threads of the pool.
        ThreadPool.SetMinThreads(connections + Environment.ProcessorCount, connections);
#endif
        var left = messages;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var client = await ConnectAsync(port);
            int number;
            while ((number = Interlocked.Decrement(ref left)) >= 0)
            {
                await SendAsync(client, number);
            }
        })));
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

#if LOBBYKIT_FULL
    private static async Task<SmtpClient> ConnectAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        var client = new SmtpClient();
        await client.ConnectAsync(socket, "127.0.0.1", port, SecureSocketOptions.None);
        return client;
    }

    private static async Task SendAsync(SmtpClient client, int number)
    {
        var mail = SampleLetter.New(number, SampleLetter.Body, "letters@campaign.example");
        using var message = new MimeMessage { Subject = mail.Subject, MessageId = mail.MessageId, Body = new TextPart("plain") { Text = mail.Body, ContentTransferEncoding = ContentEncoding.QuotedPrintable } };
        message.From.Add(new MailboxAddress(mail.FromName, mail.FromAddress));
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        message.ReplyTo.Add(new MailboxAddress(mail.ReplyToName, mail.ReplyToAddress));
        await client.SendAsync(message);
    }
#else
    private static Task<SmtpClient> ConnectAsync(int port) => Task.FromResult(new SmtpClient("127.0.0.1", port));

    private static async Task SendAsync(SmtpClient client, int number)
    {
        var mail = SampleLetter.New(number, SampleLetter.Body, "letters@campaign.example");
        using var message = new MailMessage
        {
            From = new MailAddress(mail.FromAddress, mail.FromName, Encoding.UTF8),
            Subject = mail.Subject,
            Body = mail.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.To.Add(new MailAddress(mail.ToAddress, mail.ToName, Encoding.UTF8));
        message.ReplyToList.Add(new MailAddress(mail.ReplyToAddress, mail.ReplyToName, Encoding.UTF8));
        await client.SendMailAsync(message);
    }
#endif
}
