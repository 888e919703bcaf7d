using System.Net.Mail;
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
            // The conversation broke off. While the connection was being made that is our trouble; later it may be this e-mail's.
            var cause = error.InnerException;
            var isConnected = cause?.StackTrace?.Contains("SmtpConnection.GetConnection", StringComparison.Ordinal) == false;
            return ReplyRules.NoAnswer(isConnected ? SmtpStep.RcptTo : SmtpStep.Connect, cause?.Message ?? error.Message);
        }

        var at = error.Message.IndexOf(BeforeServersWords, StringComparison.Ordinal);
        var words = at < 0 ? error.Message : error.Message[(at + BeforeServersWords.Length)..];
        return ReplyRules.Judge(Step(error), (int)error.StatusCode, words);
    }

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
