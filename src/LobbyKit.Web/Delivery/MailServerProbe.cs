using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;

namespace LobbyKit.Web.Delivery;

/// <summary>Greets the mail server and takes leave again: no login, no e-mail.</summary>
public sealed class MailServerProbe(MailRoute route, IOptions<MailOptions> options)
{
    private const int LongestAnswer = 16 * 1024;

    /// <returns>What the server said, in a sentence.</returns>
    /// <exception cref="InvalidDataException">It cannot be used; the message says why.</exception>
    public async Task<string> GreetAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var where = $"{route.Host}, port {route.Port}";
        if (options.Value.UsesDemoMailbox && route.Port == 0)
        {
            return "E-mail goes to the demo mailbox inside the application, which runs with it.";
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(route.Host, route.Port, enough.Token);
            await using var stream = await ProtectAsync(client.GetStream(), enough.Token);
            var greeting = await AskAsync(stream, null, enough.Token);
            if (!greeting.StartsWith("220", StringComparison.Ordinal))
            {
                throw new InvalidDataException($"The mail server {where} greets with: {FirstLine(greeting)}.");
            }

            var abilities = await AskAsync(stream, "EHLO localhost", enough.Token);
            await stream.WriteAsync("QUIT\r\n"u8.ToArray(), enough.Token);
            if (!abilities.StartsWith("250", StringComparison.Ordinal))
            {
                throw new InvalidDataException($"The mail server {where} answers EHLO with: {FirstLine(abilities)}.");
            }

            return route.Security == MailSecurity.StartTls && !abilities.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase)
                ? throw new InvalidDataException($"The mail server {where} does not offer STARTTLS, which LobbyKit:Mail:Security asks for.")
                : $"{(options.Value.UsesDemoMailbox ? "The demo mailbox inside the application" : $"The mail server {where}")} answers; nobody was logged in and nothing sent.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidDataException($"The mail server {where} has not answered within {patience.TotalSeconds} seconds.");
        }
        catch (Exception problem) when (problem is SocketException or IOException or AuthenticationException)
        {
            throw new InvalidDataException($"The mail server {where} cannot be reached: {problem.Message.TrimEnd('.')}.", problem);
        }
    }

    private async Task<Stream> ProtectAsync(Stream plain, CancellationToken cancellationToken)
    {
        if (route.Security != MailSecurity.Tls)
        {
            return plain;
        }

        var tls = new SslStream(plain);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = route.Host }, cancellationToken);
        return tls;
    }

    /// <summary>The whole answer: its last line has a blank after the code (RFC 5321, 4.2.1).</summary>
    private static async Task<string> AskAsync(Stream stream, string? command, CancellationToken cancellationToken)
    {
        if (command is not null)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellationToken);
        }

        var answer = new StringBuilder();
        var buffer = new byte[1024];
        while (answer.Length < LongestAnswer)
        {
            var count = await stream.ReadAsync(buffer, cancellationToken);
            if (count == 0)
            {
                throw new IOException("it hung up");
            }

            answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
            if (answer.ToString() is var text && text.EndsWith('\n') && text.TrimEnd().Split('\n')[^1] is { Length: >= 3 } last && (last.Length == 3 || last[3] != '-'))
            {
                return text;
            }
        }

        throw new IOException("its answer has no end");
    }

    private static string FirstLine(string answer) => answer.Split('\r', '\n')[0] is var line && line.Length > 200 ? line[..200] : line.TrimEnd('.');
}
