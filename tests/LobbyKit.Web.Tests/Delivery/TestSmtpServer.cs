using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace LobbyKit.Web.Tests.Delivery;

/// <summary>
/// A real mail server on loopback that takes everything, unless its script tells it to misbehave. Only CR LF ends a line, so
/// that nothing a client writes is forgiven.
/// </summary>
internal sealed class TestSmtpServer : IAsyncDisposable
{
    /// <summary>Instead of a reply, or after it: hang up.</summary>
    public const string Cut = "CUT";

    /// <summary>Before a reply: byte by byte, slower than anybody waits for.</summary>
    public const string Dribble = "DRIBBLE";

    /// <summary>Before a reply: half a minute of silence.</summary>
    public const string Late = "LATE";

    /// <summary>Instead of a reply: say nothing, ever.</summary>
    public const string Silence = "SILENCE";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly X509Certificate2? certificate;
    private readonly bool tlsFromTheStart;
    private int open;

    public TestSmtpServer(X509Certificate2? certificate = null, bool tlsFromTheStart = false)
    {
        (this.certificate, this.tlsFromTheStart) = (certificate, tlsFromTheStart);
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>
    /// Asked with the step (GREETING, EHLO, STARTTLS, AUTH, MAIL, RCPT, DATA, LINE, END, NOOP…) and the client's line; null means
    /// the usual reply.
    /// </summary>
    public Func<string, string, string?>? Script { get; set; }

    public bool OffersLogin { get; set; }

    /// <summary>What EHLO names besides STARTTLS and AUTH.</summary>
    public string[] Offers { get; set; } = ["PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES", "SIZE 10000000"];

    /// <summary>Says that STARTTLS may begin, and goes on in plain text.</summary>
    public bool PretendsTls { get; set; }

    /// <summary>Whole messages, in the order of arrival, whatever the reply to them was.</summary>
    public ConcurrentQueue<ReceivedMail> Mails { get; } = [];

    /// <summary>Every line of every client, apart from messages.</summary>
    public ConcurrentQueue<string> Commands { get; } = [];

    public int Connections { get; private set; }

    public int MostOpenAtOnce { get; private set; }

    public int OpenNow => Volatile.Read(ref open);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Connections++;
                MostOpenAtOnce = Math.Max(MostOpenAtOnce, Interlocked.Increment(ref open));
                _ = ServeAsync(client);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                Stream stream = client.GetStream();
                if (tlsFromTheStart)
                {
                    stream = await ProtectAsync(stream);
                }

                await TalkAsync(new Line(stream, this));
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
        {
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private async Task<Stream> ProtectAsync(Stream stream)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(certificate!, false, false);
        return tls;
    }

    private async Task TalkAsync(Line line)
    {
        var envelope = new Envelope();
        await line.ReplyAsync("GREETING", "", "220 test ESMTP");
        while (await line.ReadAsync() is { } command)
        {
            Commands.Enqueue(command);
            var verb = command.Split(' ')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO":
                    var tls = (certificate is not null || PretendsTls) && line.Stream is not SslStream ? "250-STARTTLS\r\n" : "";
                    var login = OffersLogin ? "250-AUTH PLAIN LOGIN\r\n" : "";
                    await line.ReplyAsync(verb, command, $"250-test\r\n{tls}{login}{string.Concat(Offers.Select(o => $"250-{o}\r\n"))}250 HELP");
                    break;
                case "HELO":
                    await line.ReplyAsync("EHLO", command, "250 test");
                    break;
                case "STARTTLS":
                    await line.ReplyAsync(verb, command, "220 2.0.0 go ahead");
                    if (PretendsTls)
                    {
                        // Not before the client has begun to speak TLS.
                        await line.Stream.ReadAtLeastAsync(new byte[1024], 1, false, stopping.Token);
                        await line.ReplyAsync("TLS", command, "500 5.5.2 in plain text");
                        return;
                    }

                    line = new Line(await ProtectAsync(line.Stream), this);
                    break;
                case "AUTH":
                    await LoginAsync(line, command);
                    break;
                case "MAIL":
                    envelope = new Envelope { Sender = command };
                    await line.ReplyAsync(verb, command, "250 2.1.0 ok");
                    break;
                case "RCPT":
                    envelope.Recipients.Add(command);
                    await line.ReplyAsync(verb, command, "250 2.1.5 ok");
                    break;
                case "DATA":
                    if ((await line.ReplyAsync(verb, command, "354 go ahead")).StartsWith('3'))
                    {
                        await TakeAsync(line, envelope);
                    }

                    break;
                case "QUIT":
                    await line.ReplyAsync(verb, command, "221 2.0.0 bye");
                    return;
                default:
                    await line.ReplyAsync(verb, command, verb is "NOOP" or "RSET" ? "250 2.0.0 ok" : "500 5.5.2 what?");
                    break;
            }
        }
    }

    private async Task LoginAsync(Line line, string command)
    {
        if (command.Equals("AUTH LOGIN", StringComparison.OrdinalIgnoreCase))
        {
            await line.ReplyAsync("LOGIN", "", "334 VXNlcm5hbWU6");
            Commands.Enqueue(await line.ReadAsync() ?? "");
        }

        if (command.StartsWith("AUTH LOGIN", StringComparison.OrdinalIgnoreCase))
        {
            await line.ReplyAsync("LOGIN", "", "334 UGFzc3dvcmQ6");
            Commands.Enqueue(await line.ReadAsync() ?? "");
        }

        await line.ReplyAsync("AUTH", command, "235 2.7.0 welcome");
    }

    private async Task TakeAsync(Line line, Envelope envelope)
    {
        var source = new StringBuilder();
        while (await line.ReadAsync() is { } text)
        {
            if (text == ".")
            {
                Mails.Enqueue(new ReceivedMail(envelope.Sender, envelope.Recipients, source.ToString()));
                await line.ReplyAsync("END", source.ToString(), "250 2.0.0 queued");
                return;
            }

            switch (Script?.Invoke("LINE", text))
            {
                case Cut:
                    throw new IOException("Cut as asked.");
                case Silence:
                    await Task.Delay(Timeout.Infinite, stopping.Token);
                    break;
                default:
                    break;
            }

            source.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
        }
    }

    private sealed class Envelope
    {
        public string Sender { get; init; } = "";

        public List<string> Recipients { get; } = [];
    }

    private sealed class Line(Stream stream, TestSmtpServer server)
    {
        private readonly byte[] buffer = new byte[65536];
        private int start;
        private int end;

        public Stream Stream => stream;

        /// <summary>One character a byte.</summary>
        public async Task<string?> ReadAsync()
        {
            while (true)
            {
                var found = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8);
                if (found >= 0)
                {
                    var text = Encoding.Latin1.GetString(buffer, start, found);
                    start += found + 2;
                    return text;
                }

                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
                var read = await stream.ReadAsync(buffer.AsMemory(end), server.stopping.Token);
                if (read == 0)
                {
                    return null;
                }

                end += read;
            }
        }

        public async Task<string> ReplyAsync(string step, string command, string usual)
        {
            var reply = server.Script?.Invoke(step, command) ?? usual;
            if (reply.StartsWith(Dribble, StringComparison.Ordinal))
            {
                reply = reply[Dribble.Length..];
                foreach (var character in Encoding.UTF8.GetBytes(reply))
                {
                    await stream.WriteAsync(new[] { character }, server.stopping.Token);
                    await Task.Delay(TimeSpan.FromMilliseconds(200), server.stopping.Token);
                }
            }

            if (reply.StartsWith(Late, StringComparison.Ordinal))
            {
                reply = reply[Late.Length..];
                await Task.Delay(TimeSpan.FromSeconds(30), server.stopping.Token);
            }

            switch (reply)
            {
                case Cut:
                    throw new IOException("Cut as asked.");
                case Silence:
                    await Task.Delay(Timeout.Infinite, server.stopping.Token);
                    break;
            }

            var isLast = reply.EndsWith(Cut, StringComparison.Ordinal);
            reply = isLast ? reply[..^Cut.Length] : reply;
            await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), server.stopping.Token);
            return isLast ? throw new IOException("Cut as asked.") : reply;
        }
    }
}
