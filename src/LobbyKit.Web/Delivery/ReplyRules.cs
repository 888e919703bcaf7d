using System.Text.RegularExpressions;
using static LobbyKit.Web.Delivery.DeliveryOutcome;
using static LobbyKit.Web.Delivery.SmtpStep;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Judges what a mail server, or the way to it, answered. A letter is given up only where the server spoke about that letter:
/// whatever is about our server, our login or our address is to be put right by us, and the letters wait.
/// </summary>
public static partial class ReplyRules
{
    private const bool Us = true;
    private const bool Letter = false;

    /// <summary>The first row that fits counts.</summary>
    public static IReadOnlyList<ReplyRule> Rows { get; } =
    [
        new(EndOfData, EndOfData, 200, 299, "", "", Accepted, Letter),

        // The server is closing; wants a login; refuses the one it got.
        new(Connect, EndOfData, 421, 421, "", "", TryLater, Us),
        new(Connect, EndOfData, 530, 530, "", "", TryLater, Us),
        new(Connect, EndOfData, 534, 535, "", "", TryLater, Us),
        new(Connect, EndOfData, 538, 538, "", "", TryLater, Us),

        // Too large is said of the letter as early as MAIL FROM; all else up to there is about us.
        new(MailFrom, MailFrom, 552, 552, "", "", Rejected, Letter),
        new(MailFrom, MailFrom, 500, 599, ".3.4", "", Rejected, Letter),
        // So is that its address has letters outside ASCII (RFC 6531).
        new(MailFrom, MailFrom, 500, 599, ".6.7", "", Rejected, Letter),
        new(Connect, MailFrom, 0, 999, "", "", TryLater, Us),

        // "Relaying denied": our own provider does not take letters from us. "Bad sequence": the conversation went wrong.
        new(RcptTo, RcptTo, 500, 599, "", "relay", TryLater, Us),
        new(RcptTo, EndOfData, 503, 503, "", "", TryLater, Us),

        // A full mailbox is emptied some day, and 552 after RCPT TO is to be read as 452 (RFC 5321, 4.5.3.1.10).
        new(RcptTo, EndOfData, 500, 599, ".2.2", "", TryLater, Letter),
        new(RcptTo, RcptTo, 552, 552, "", "", TryLater, Letter),

        new(RcptTo, EndOfData, 400, 499, "", "", TryLater, Letter),
        new(RcptTo, EndOfData, 500, 599, "", "", Rejected, Letter),

        // A reply that makes no sense here.
        new(Connect, EndOfData, 0, 999, "", "", TryLater, Letter),
    ];

    /// <summary>For a server's reply.</summary>
    /// <param name="step">To what it was the answer.</param>
    /// <param name="code">Of three digits.</param>
    /// <param name="text">Without the reply code; an enhanced code may come first.</param>
    public static DeliveryReply Judge(SmtpStep step, int code, string text)
    {
        var enhanced = EnhancedCode().Match(text);
        var words = text[(enhanced.Success ? enhanced.Length : 0)..].Trim();
        var rule = Rows.First(r => r.Fits(step, code, enhanced.Groups[1].Value, words));
        return new DeliveryReply(rule.Outcome, code, enhanced.Groups[1].Value, words) { IsAboutUs = rule.IsAboutUs };
    }

    /// <summary>For a try that came to grief on our side; of what servers and networks do <see cref="FaultRules"/> knows more.</summary>
    /// <param name="step">As far as it had come.</param>
    /// <param name="text">A plain sentence.</param>
    public static DeliveryReply NoAnswer(SmtpStep step, string text) => FaultRules.Judge(DeliveryFault.Ours, step, text);

    [GeneratedRegex(@"\A\s*([245]\.\d{1,3}\.\d{1,3})\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedCode();
}
