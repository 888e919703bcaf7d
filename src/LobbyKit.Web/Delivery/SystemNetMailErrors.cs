using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Delivery;

/// <summary>Finds in the platform's exceptions what the server said, and to what.</summary>
internal static partial class SystemNetMailErrors
{
    // The exception's own sentence, then the server's words.
    private const string BeforeServersWords = "The server response was: ";

    public static DeliveryReply Judge(SmtpException error)
    {
        if (error.StatusCode == SmtpStatusCode.GeneralFailure)
        {
            return Judge(error.InnerException ?? error);
        }

        var at = error.Message.IndexOf(BeforeServersWords, StringComparison.Ordinal);
        var words = at < 0 ? error.Message : error.Message[(at + BeforeServersWords.Length)..];
        return ReplyRules.Judge(Step(error), (int)error.StatusCode, words);
    }

    /// <summary>For a conversation that broke off, or never came about.</summary>
    public static DeliveryReply Judge(Exception cause)
    {
        var step = Reached(cause);
        return FaultRules.Judge(Fault(cause, step), step, cause is OperationCanceledException ? "" : cause.Message);
    }

    private static DeliveryFault Fault(Exception cause, SmtpStep step) => cause switch
    {
        OperationCanceledException or TimeoutException => DeliveryFault.TimedOut,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery } => DeliveryFault.NameUnknown,
        SocketException when step == SmtpStep.Connect => DeliveryFault.Unreachable,
        AuthenticationException when Says(cause, "certificate") => DeliveryFault.TlsUntrusted,
        AuthenticationException => DeliveryFault.TlsFailed,
        IOException when step == SmtpStep.Connect && cause.StackTrace?.Contains("AuthenticateAsClient", StringComparison.Ordinal) == true => DeliveryFault.TlsFailed,
        FormatException => DeliveryFault.NotSmtp,
        // The platform has no other names for these; its sentences are the same in every language.
        SmtpException when Says(cause, "secure connections") => DeliveryFault.TlsNotOffered,
        SmtpException when Says(cause, "ASCII local-parts") => DeliveryFault.AddressNotSupported,
        SmtpException when Says(cause, "protocol violation") || Says(cause, "invalid response") => DeliveryFault.NotSmtp,
        SmtpException when Says(cause, "timed out") => DeliveryFault.TimedOut,
        _ => DeliveryFault.BrokenOff,
    };

    // While the connection was being made, or in the middle of this e-mail.
    private static SmtpStep Reached(Exception cause) =>
        cause.StackTrace?.Contains("SmtpConnection.GetConnection", StringComparison.Ordinal) == false ? SmtpStep.MailFrom : SmtpStep.Connect;

    private static bool Says(Exception cause, string words) => cause.Message.Contains(words, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A refused recipient has an exception of its own. A refused sender differs from a refused message by nothing but the
    /// method that threw: the difference decides whether all letters are in doubt or this one, so it is worth asking. Where the
    /// trace does not tell, the sender is taken for the culprit: then letters wait that could have been given up, not the reverse.
    /// </summary>
    private static SmtpStep Step(SmtpException error)
    {
        if (error is SmtpFailedRecipientException)
        {
            return SmtpStep.RcptTo;
        }

        // The first one threw; those below may have come before.
        return Command().Match(error.StackTrace ?? "").Groups[1].Value switch
        {
            "DataStopCommand" => SmtpStep.EndOfData,
            "DataCommand" => SmtpStep.Data,
            // A recipient's reply that the platform has no name for, such as 451.
            "RecipientCommand" => SmtpStep.RcptTo,
            _ => SmtpStep.MailFrom,
        };
    }

    [GeneratedRegex(@"System\.Net\.Mail\.(\w+Command)\.", RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}
