using System.Net.Mail;

namespace LobbyKit.Web.Delivery;

/// <summary>Finds in the platform's exceptions what the server said, and to what.</summary>
internal static class SystemNetMailErrors
{
    // The exception's own sentence, then the server's words.
    private const string BeforeServersWords = "The server response was: ";

    public static DeliveryReply Judge(SmtpException error)
    {
        if (error.StatusCode == SmtpStatusCode.GeneralFailure)
        {
            return ReplyRules.NoAnswer(SmtpStep.Connect, error.InnerException?.Message ?? error.Message);
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
    private static SmtpStep Step(SmtpException error) =>
        error is SmtpFailedRecipientException ? SmtpStep.RcptTo
        : Threw(error, "DataStopCommand") ? SmtpStep.EndOfData
        : Threw(error, "DataCommand") ? SmtpStep.Data
        : SmtpStep.MailFrom;

    private static bool Threw(SmtpException error, string command) =>
        error.StackTrace?.Contains($"System.Net.Mail.{command}.", StringComparison.Ordinal) == true;
}
