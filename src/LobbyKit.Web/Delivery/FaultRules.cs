using static LobbyKit.Web.Delivery.DeliveryFault;
using static LobbyKit.Web.Delivery.DeliveryOutcome;
using static LobbyKit.Web.Delivery.SmtpStep;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Judges a try that no server's reply decided. A letter is given up only where it is the letter itself that cannot be sent: the network,
/// the protection and the login are for us to put right, and the letters wait.
/// </summary>
public static class FaultRules
{
    private const bool Us = true;
    private const bool Letter = false;

    /// <summary>The first row that fits counts; the last ones fit whatever is left.</summary>
    public static IReadOnlyList<FaultRule> Rows { get; } =
    [
        new(NameUnknown, Connect, EndOfData, TryLater, Us, "4.4.3", "The mail server's name cannot be found."),
        new(Unreachable, Connect, EndOfData, TryLater, Us, "4.4.1", "The mail server cannot be reached."),

        // While the connection is made it is our trouble. Later it may be this e-mail's, which must not hold up the others.
        new(TimedOut, Connect, Login, TryLater, Us, "4.4.1", "The mail server did not answer in time."),
        new(TimedOut, MailFrom, EndOfData, TryLater, Letter, "4.4.2", "The mail server did not come to an end with it in time."),
        new(BrokenOff, Connect, Login, TryLater, Us, "4.4.2", "The mail server broke the connection off."),
        new(BrokenOff, MailFrom, EndOfData, TryLater, Letter, "4.4.2", "The mail server broke the connection off while it was being handed over."),
        new(NotSmtp, Connect, Login, TryLater, Us, "4.5.0", "What answers there does not speak as a mail server does."),
        new(NotSmtp, MailFrom, EndOfData, TryLater, Letter, "4.5.0", "The mail server answered with something that cannot be understood."),

        new(TlsNotOffered, Connect, EndOfData, TryLater, Us, "4.7.4", "The mail server does not offer STARTTLS, which the settings ask for; nothing was sent."),
        new(TlsUntrusted, Connect, EndOfData, TryLater, Us, "4.7.5", "The mail server's certificate is not trusted; nothing was sent."),
        new(TlsFailed, Connect, EndOfData, TryLater, Us, "4.7.5", "No protected connection to the mail server came about; nothing was sent."),
        new(LoginNotOffered, Connect, EndOfData, TryLater, Us, "4.7.0", "The mail server takes no login of a kind that is known here."),

        // These would fare no better tomorrow.
        new(TooLarge, Connect, EndOfData, Rejected, Letter, "5.3.4", "It is larger than the mail server takes; it was not sent."),
        new(AddressNotSupported, Connect, EndOfData, Rejected, Letter, "5.6.7", "The address has letters before the @ that the mail server cannot deal with; it was not sent."),
        new(Unusable, Connect, EndOfData, Rejected, Letter, "", ""),

        new(Ours, Connect, MailFrom, TryLater, Us, "", ""),
        new(Ours, RcptTo, EndOfData, TryLater, Letter, "", ""),
    ];

    /// <param name="fault">What went wrong.</param>
    /// <param name="step">As far as it had come.</param>
    /// <param name="detail">What was said about it, in a sentence; empty for nothing.</param>
    public static DeliveryReply Judge(DeliveryFault fault, SmtpStep step, string detail = "")
    {
        var rule = Rows.First(r => r.Fits(fault, step));
        var text = rule.Sentence.Length == 0 ? detail : detail.Length == 0 ? rule.Sentence : $"{rule.Sentence} ({detail.TrimEnd('.', ' ')})";
        return new DeliveryReply(rule.Outcome, null, rule.EnhancedCode, text) { IsAboutUs = rule.IsAboutUs };
    }
}
