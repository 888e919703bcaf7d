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
        // Of a conversation that broke off nobody knows how far it came; it may have been this e-mail's fault.
        _ => ReplyRules.NoAnswer(reached < SmtpStep.MailFrom ? reached : SmtpStep.RcptTo, error.Message),
    };

    [GeneratedRegex(@"\A(\d{3}): (.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Reply();
}
#endif
