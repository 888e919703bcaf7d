#if LOBBYKIT_FULL
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace LobbyKit.Web.Delivery;

/// <summary>Finds in MailKit's exceptions what the server said, and to what.</summary>
internal static partial class MailKitErrors
{
    private const int LongestDetail = 300;

    /// <summary>What a server or the network can do, apart from a refusal.</summary>
    public static bool IsExpected(Exception error) => error
        is IOException or SocketException or TimeoutException or ProtocolException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or AuthenticationException or System.Security.Authentication.AuthenticationException or SslHandshakeException
        or NotSupportedException;

    public static SmtpStep Step(SmtpCommandException error, SmtpStep reached) => error.ErrorCode switch
    {
        SmtpErrorCode.SenderNotAccepted => SmtpStep.MailFrom,
        SmtpErrorCode.RecipientNotAccepted => SmtpStep.RcptTo,
        SmtpErrorCode.MessageNotAccepted => SmtpStep.EndOfData,
        _ => reached < SmtpStep.MailFrom ? reached : SmtpStep.Data,
    };

    public static DeliveryReply Judge(Exception error, SmtpStep reached) => error switch
    {
        ServiceNotAuthenticatedException => ReplyRules.Judge(SmtpStep.MailFrom, (int)SmtpStatusCode.AuthenticationRequired, error.Message),
        AuthenticationException when Reply().Match(error.Message) is { Success: true } reply => ReplyRules.Judge(
            SmtpStep.Login, int.Parse(reply.Groups[1].Value, CultureInfo.InvariantCulture), reply.Groups[2].Value),
        _ => FaultRules.Judge(Fault(error, reached), reached, Detail(error)),
    };

    private static DeliveryFault Fault(Exception error, SmtpStep reached) => error switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery } => DeliveryFault.NameUnknown,
        SocketException when reached == SmtpStep.Connect => DeliveryFault.Unreachable,
        TimeoutException => DeliveryFault.TimedOut,
        SslHandshakeException { ServerCertificate: not null } => DeliveryFault.TlsUntrusted,
        SslHandshakeException or System.Security.Authentication.AuthenticationException => DeliveryFault.TlsFailed,
        AuthenticationException => DeliveryFault.LoginNotOffered,
        NotSupportedException => reached == SmtpStep.Login ? DeliveryFault.LoginNotOffered : DeliveryFault.TlsNotOffered,
        // It has one exception for both.
        SmtpProtocolException when !error.Message.Contains("disconnected", StringComparison.OrdinalIgnoreCase) => DeliveryFault.NotSmtp,
        _ => DeliveryFault.BrokenOff,
    };

    // Of a refused certificate MailKit writes a page, of which the first lines are the same each time.
    private static string Detail(Exception error)
    {
        var lines = error.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var detail = error is SslHandshakeException { ServerCertificate: not null } ? string.Join(' ', lines.Skip(1))
            : error is SslHandshakeException ? error.InnerException?.Message ?? lines[0]
            : string.Join(' ', lines);
        return detail.Length > LongestDetail ? detail[..LongestDetail] + "…" : detail;
    }

    [GeneratedRegex(@"\A(\d{3}): (.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Reply();
}
#endif
