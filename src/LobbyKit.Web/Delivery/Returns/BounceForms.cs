using System.Text;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>Bounces that follow no standard: what mail systems write in them, as tables.</summary>
internal static partial class BounceForms
{
    private const int Looked = 16 * 1024;

    /// <summary>That it is still tried.</summary>
    private static readonly string[] Delays =
    [
        "this is a warning message only", "you do not need to resend your message", "delivery will continue to be attempted", "will retry for",
        "will be retried", "has been delayed", "still being retried", "delivery is delayed", "no action is required on your part", "will keep trying",
        "delivery incomplete", "warning: could not send message", "delivery status notification (delay)",
    ];

    /// <summary>That it has failed, in the forms of qmail, Exim, Exchange, Postfix, Sendmail and the large providers.</summary>
    private static readonly string[] Failures =
    [
        "this is the qmail-send program", "wasn't able to deliver your message", "i'm afraid i wasn't able", "permanent error",
        "could not be delivered to one or more", "did not reach", "delivery has failed to these", "undeliverable", "undelivered mail",
        "wasn't delivered to", "message not delivered", "could not be delivered", "were unable to deliver your message", "unable to deliver",
        "returned mail", "delivery failure", "delivery failed", "delivery to the following recipient", "failure notice", "mail delivery failed",
        "message could not be delivered", "address not found", "nicht zugestellt", "unzustellbar", "non remis", "n'a pas pu être remis",
        "no se ha podido entregar", "не удалось доставить", "не доставлено", "consegna non riuscita", "não foi possível entregar", "couldn't be delivered",
    ];

    /// <summary>Why: the first that is found counts.</summary>
    private static readonly BounceForm[] Reasons =
    [
        new("mailbox full", "5.2.2"), new("mailbox is full", "5.2.2"), new("over quota", "5.2.2"), new("quota exceeded", "5.2.2"), new("overquota", "5.2.2"),
        new("exceeded storage", "5.2.2"), new("inbox is full", "5.2.2"),
        new("too large", "5.3.4"), new("message size exceeds", "5.3.4"),
        new("spam", "5.7.1"), new("blacklist", "5.7.1"), new("blocklist", "5.7.1"), new("blocked", "5.7.1"), new("policy", "5.7.1"), new("dmarc", "5.7.1"),
        new("not authorized", "5.7.1"), new("relay access denied", "5.7.1"), new("relaying denied", "5.7.1"),
        new("host or domain name not found", "5.1.2"), new("host unknown", "5.1.2"), new("domain not found", "5.1.2"), new("no such domain", "5.1.2"),
        new("couldn't find any host", "5.1.2"), new("unrouteable", "5.1.2"),
        new("has been disabled", "5.2.1"), new("is disabled", "5.2.1"), new("account disabled", "5.2.1"), new("mailbox disabled", "5.2.1"), new("inactive", "5.2.1"),
        new("no longer accept", "5.2.1"), new("suspended", "5.2.1"),
        new("user unknown", "5.1.1"), new("unknown user", "5.1.1"), new("no such user", "5.1.1"), new("no such recipient", "5.1.1"), new("recipnotfound", "5.1.1"),
        new("no mailbox here", "5.1.1"), new("mailbox unavailable", "5.1.1"), new("mailbox not found", "5.1.1"), new("does not exist", "5.1.1"), new("doesn't exist", "5.1.1"),
        new("recipient rejected", "5.1.1"), new("recipient address rejected", "5.1.1"), new("invalid recipient", "5.1.1"), new("unknown recipient", "5.1.1"),
        new("address not found", "5.1.1"), new("couldn't be found", "5.1.1"), new("wasn't found", "5.1.1"), new("user not found", "5.1.1"), new("not our customer", "5.1.1"),
        new("this user doesn't have", "5.1.1"), new("no longer valid", "5.1.1"), new("unknown local part", "5.1.1"), new("no such address", "5.1.1"),
        new("timed out", "4.4.1"), new("retry timeout exceeded", "4.4.7"), new("connection refused", "4.4.1"), new("too long in the queue", "4.4.7"),
        new("i'm not going to try again", "4.4.7"),
    ];

    /// <summary>Null for a text that no mail system writes when something fails.</summary>
    public static DeliveryReport? Find(string subject, string text)
    {
        var words = Flat($"{subject}\n{text}");
        if (Delays.Any(d => words.Contains(d, StringComparison.Ordinal)))
        {
            return new DeliveryReport(ReturnKind.Delay, Code(words));
        }

        return Failures.Any(f => words.Contains(f, StringComparison.Ordinal)) ? DeliveryReport.Failed(Code(words) is { Length: > 0 } code ? code : Status(words)) : null;
    }

    /// <summary>What the words of a server stand for; empty where nothing is known of them.</summary>
    public static string Status(string text)
    {
        var words = Flat(text);
        return Array.Find(Reasons, r => words.Contains(r.Phrase, StringComparison.Ordinal))?.Status ?? "";
    }

    // A code of all zeros says nothing that the words would not.
    private static string Code(string words) =>
        EnhancedCode().Matches(words).Select(m => m.Groups[1].Value).FirstOrDefault(c => !c.EndsWith(".0.0", StringComparison.Ordinal)) ?? "";

    private static string Flat(string text)
    {
        var flat = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Looked)))
        {
            if (!char.IsWhiteSpace(c))
            {
                flat.Append(c == '\u2019' ? '\'' : char.ToLowerInvariant(c));
            }
            else if (flat.Length > 0 && flat[^1] != ' ')
            {
                flat.Append(' ');
            }
        }

        return flat.ToString();
    }

    // Not a part of an address on the network, such as 5.10.20.30.
    [GeneratedRegex(@"(?:^|[\s#(\[:;-])([45]\.\d{1,3}\.\d{1,3})(?:$|[\s)\],:;-])", RegexOptions.CultureInvariant)]
    private static partial Regex EnhancedCode();
}
