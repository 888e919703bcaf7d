using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LobbyKit.Web.Delivery.Mime;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>
/// Tells bounces, automatic answers and people's answers apart. Looks at the message alone: whom it is about is for <see cref="ReturnDesk"/>
/// to prove. Bounded like <see cref="MimePart"/>, and never throws.
/// </summary>
public static partial class ReturnReader
{
    /// <summary>A message that passed so many servers goes round in circles (RFC 5321, 6.3).</summary>
    private const int MostHops = 50;

    private const int MostAddresses = 50;
    private const int MostAttachments = 20;
    private const int LongestText = 64 * 1024;

    // Those that mail servers write themselves come first.
    private static readonly string[] RecipientHeaders =
        ["Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To", "To", "Cc", "Resent-To", "Apparently-To"];

    /// <param name="source">As it came.</param>
    /// <param name="envelopeTo">The envelope's recipient; empty where the mail server does not tell.</param>
    /// <param name="ownAddress">The address that e-mails come from.</param>
    public static ReturnedMessage Read(ReadOnlyMemory<byte> source, string envelopeTo, string ownAddress)
    {
        var mail = MimePart.Parse(source);
        var from = Addresses(mail.Header("From")).FirstOrDefault() ?? "";
        var read = new ReturnedMessage
        {
            Kind = ReturnKind.Reply,
            Identity = MessageIds(mail.Header("Message-ID")).FirstOrDefault() ?? Convert.ToHexString(SHA256.HashData(source.Span)),
            Recipients = [.. Addresses(envelopeTo).Concat(RecipientHeaders.SelectMany(mail.Headers).SelectMany(Addresses)).Take(MostAddresses)],
            FromAddress = MailAddressText.TryNormalise(from, out var sender) ? sender : "",
        };
        if (mail.Headers("Received").Count() > MostHops || sender.Equals(ownAddress, StringComparison.OrdinalIgnoreCase))
        {
            return read with { Kind = ReturnKind.Loop };
        }

        var leaves = mail.Leaves();
        if (DeliveryReport.Find(mail, leaves) is { } report)
        {
            return read with { Kind = report.Kind, Status = report.Status, About = Returned(leaves) };
        }

        var text = Text(leaves);
        if (AutomaticSigns.IsFromMailSystem(mail, sender) && BounceForms.Find(EncodedWords.Decode(mail.Header("Subject")), text) is { } bounce)
        {
            return read with { Kind = bounce.Kind, Status = bounce.Status, About = [.. Returned(leaves).Concat(Quoted(text)).Distinct().Take(MostAddresses)] };
        }

        var about = MessageIds(mail.Header("In-Reply-To")).Concat(MessageIds(mail.Header("References"))).Distinct().Take(MostAddresses).ToList();
        return AutomaticSigns.IsReceipt(mail)
            ? read with { Kind = ReturnKind.Receipt, About = about }
            : AutomaticSigns.IsAutomatic(mail, sender)
            ? read with { Kind = ReturnKind.AutoReply, About = about }
            : read with
            {
                About = about,
                Subject = EncodedWords.Decode(mail.Header("Subject")),
                Text = text,
                Attachments = [.. leaves.Where(p => p.IsAttachment).Select(p => p.FileName).Where(n => n.Length > 0).Take(MostAttachments)],
            };
    }

    private static string Text(IReadOnlyList<MimePart> leaves)
    {
        var shown = leaves.Where(p => !p.IsAttachment).ToList();
        return shown.Find(p => p.IsPlainText) is { } plain ? plain.DecodeText(LongestText)
            : shown.Find(p => p.MediaType == "text/html") is { } html ? HtmlText.Of(html.DecodeText(LongestText))
            : "";
    }

    /// <summary>The Message-ID of the e-mail that a report brings back, in full or its headers only.</summary>
    private static List<string> Returned(IReadOnlyList<MimePart> leaves) =>
        [.. leaves.Where(p => p.MediaType is "message/rfc822" or "text/rfc822-headers" or "message/global" or "message/global-headers" or "message/rfc822-headers")
            .Take(3).SelectMany(p => MessageIds(MimePart.Parse(Decoded(p)).Header("Message-ID")).Take(1))];

    private static ReadOnlyMemory<byte> Decoded(MimePart part) =>
        part.Header("Content-Transfer-Encoding").ToUpperInvariant() is "BASE64" or "QUOTED-PRINTABLE"
            ? System.Text.Encoding.UTF8.GetBytes(part.DecodeText(LongestText))
            : part.Body;

    /// <summary>The same where the e-mail stands in the text of the report.</summary>
    private static IEnumerable<string> Quoted(string text) =>
        QuotedMessageId().Matches(text).Take(3).SelectMany(m => MessageIds(m.Groups[1].Value).Take(1));

    private static IEnumerable<string> MessageIds(string header) => MessageId().Matches(header).Take(MostAddresses).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Addresses(string header) => Address().Matches(header).Take(MostAddresses).Select(m => m.Value);

    [GeneratedRegex(@"<([^\s<>]{3,200})>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MessageId();

    [GeneratedRegex(@"^[> \t]*Message-ID:[ \t]*(<[^\s<>]{3,200}>)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex QuotedMessageId();

    [GeneratedRegex(@"[^\s<>()\[\],;:""@]{1,64}@[A-Za-z0-9.-]{1,253}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
