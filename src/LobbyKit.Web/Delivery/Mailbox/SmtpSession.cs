using System.Globalization;
using System.Text;

namespace LobbyKit.Web.Delivery.Mailbox;

/// <summary>
/// One conversation of the demo mailbox, as RFC 5321 has it: EHLO, HELO, MAIL, RCPT, DATA, RSET, NOOP, VRFY, HELP, QUIT, with
/// SIZE, 8BITMIME, SMTPUTF8, PIPELINING and ENHANCEDSTATUSCODES.
/// </summary>
internal sealed class SmtpSession(Stream stream, MailboxStore store, TimeProvider clock)
{
    private const int LongestCommand = 2048;
    private const int LongestDataLine = 4096;
    private const int LargestMessage = 1024 * 1024;
    private const int MostRecipients = 100;
    private const int MostErrors = 20;

    private readonly SmtpLines lines = new(stream, clock);
    private readonly List<string> recipients = [];
    private string? greetedBy;
    private string? sender;
    private int errors;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ReplyAsync("220 localhost LobbyKit demo mailbox", cancellationToken);
        while (true)
        {
            var (line, isTooLong) = await lines.ReadAsync(LongestCommand, cancellationToken);
            if (line is null)
            {
                return;
            }

            var text = Encoding.UTF8.GetString(line);
            var verb = text.Split(' ', 2)[0].ToUpperInvariant();
            var argument = text[Math.Min(text.Length, verb.Length)..].Trim();
            var reply = isTooLong ? "500 5.5.2 Line too long" : await AnswerAsync(verb, argument, cancellationToken);
            if (reply[0] == '5' && ++errors > MostErrors)
            {
                await ReplyAsync("421 4.7.0 Too many errors", cancellationToken);
                return;
            }

            await ReplyAsync(reply, cancellationToken);
            if (reply.StartsWith("221", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    private async Task<string> AnswerAsync(string verb, string argument, CancellationToken cancellationToken) => verb switch
    {
        "EHLO" or "HELO" => Hello(verb, argument),
        "MAIL" => Mail(argument),
        "RCPT" => Recipient(argument),
        "DATA" => await DataAsync(argument, cancellationToken),
        "RSET" => Reset("250 2.0.0 Forgotten"),
        "NOOP" => "250 2.0.0 Still here",
        "VRFY" => "252 2.5.0 Send some mail and see",
        "HELP" => "214 2.0.0 RFC 5321; all mail stays here",
        "QUIT" => "221 2.0.0 Bye",
        "STARTTLS" or "AUTH" or "EXPN" or "BDAT" or "ETRN" or "TURN" => "502 5.5.1 Not here",
        _ => "500 5.5.2 No such command",
    };

    private string Hello(string verb, string argument)
    {
        if (argument.Length == 0 || argument.Any(c => c is <= ' ' or '\x7f'))
        {
            return $"501 5.5.4 {verb} needs a name";
        }

        greetedBy = argument;
        Reset("");
        return verb == "HELO"
            ? "250 localhost"
            : $"250-localhost\r\n250-SIZE {LargestMessage}\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES";
    }

    private string Mail(string argument)
    {
        if (greetedBy is null || sender is not null)
        {
            return "503 5.5.1 Not now";
        }

        if (!SmtpPath.TryParse(argument, "FROM:", mayBeEmpty: true, out var path, out var parameters))
        {
            return "501 5.5.4 MAIL FROM:<address>";
        }

        foreach (var parameter in parameters)
        {
            var parts = parameter.Split('=', 2);
            switch (parts[0].ToUpperInvariant(), parts.ElementAtOrDefault(1))
            {
                case ("SIZE", { } size) when long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes):
                    if (bytes > LargestMessage)
                    {
                        return "552 5.3.4 Too large";
                    }

                    break;
                case ("BODY", "7BIT" or "8BITMIME") or ("SMTPUTF8", null):
                    break;
                default:
                    return "555 5.5.4 No such parameter";
            }
        }

        sender = path;
        return "250 2.1.0 Sender noted";
    }

    private string Recipient(string argument)
    {
        if (sender is null)
        {
            return "503 5.5.1 MAIL first";
        }

        if (!SmtpPath.TryParse(argument, "TO:", mayBeEmpty: false, out var path, out var parameters) || parameters.Length > 0)
        {
            return "501 5.5.4 RCPT TO:<address>";
        }

        if (recipients.Count == MostRecipients)
        {
            return "452 4.5.3 Too many recipients";
        }

        recipients.Add(path);
        return "250 2.1.5 Recipient noted";
    }

    private async Task<string> DataAsync(string argument, CancellationToken cancellationToken)
    {
        if (argument.Length > 0)
        {
            return "501 5.5.4 DATA takes nothing";
        }

        if (recipients.Count == 0)
        {
            return "503 5.5.1 RCPT first";
        }

        await ReplyAsync("354 End with a dot on a line of its own", cancellationToken);
        using var message = new MemoryStream();
        message.Write(Encoding.UTF8.GetBytes(Trace()));
        var hasLongLine = false;
        while (true)
        {
            var (line, isTooLong) = await lines.ReadAsync(LongestDataLine, cancellationToken);
            switch (line)
            {
                case null:
                    throw new EndOfStreamException("Left in the middle of a message.");
                case [(byte)'.'] when !isTooLong:
                    return await TakeAsync(message, hasLongLine, cancellationToken);
            }

            hasLongLine |= isTooLong;
            if (message.Length <= LargestMessage)
            {
                message.Write(line is [(byte)'.', .. var unstuffed] ? unstuffed : line);
                message.Write("\r\n"u8);
            }
        }
    }

    private async Task<string> TakeAsync(MemoryStream message, bool hasLongLine, CancellationToken cancellationToken)
    {
        if (message.Length > LargestMessage)
        {
            return Reset("552 5.3.4 Too large");
        }

        if (hasLongLine)
        {
            return Reset("554 5.6.0 A line of it is too long");
        }

        try
        {
            var id = await store.SaveAsync(message.GetBuffer().AsMemory(0, (int)message.Length), cancellationToken);
            return Reset($"250 2.0.0 Kept as {id}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Reset("452 4.3.1 It could not be written to the disk");
        }
    }

    /// <summary>What a real server puts before the message: the envelope, of which nothing else would remain.</summary>
    private string Trace()
    {
        var trace = new StringBuilder($"Return-Path: <{sender}>\r\n");
        recipients.ForEach(r => trace.Append(CultureInfo.InvariantCulture, $"Delivered-To: {r}\r\n"));
        trace.Append(
            CultureInfo.InvariantCulture, $"Received: from {greetedBy} by localhost; {clock.GetUtcNow():ddd, dd MMM yyyy HH:mm:ss} +0000\r\n");
        return trace.ToString();
    }

    private string Reset(string reply)
    {
        sender = null;
        recipients.Clear();
        return reply;
    }

    private async Task ReplyAsync(string reply, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), cancellationToken);
}
