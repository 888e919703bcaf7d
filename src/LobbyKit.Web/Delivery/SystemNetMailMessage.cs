using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// Writes an e-mail in the terms of <see cref="System.Net.Mail"/>, which cannot be told a Date: it writes the time of sending.
/// </summary>
internal static class SystemNetMailMessage
{
    public static MailMessage From(OutgoingMail mail)
    {
        var message = new MailMessage
        {
            From = Address(mail.FromAddress, mail.FromName),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = mail.Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            // The one that keeps every line short and knows no dots at their start.
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.To.Add(Address(mail.ToAddress, mail.ToName));
        if (mail.ReplyToAddress.Length > 0)
        {
            message.ReplyToList.Add(Address(mail.ReplyToAddress, mail.ReplyToName));
        }

        if (mail.EnvelopeFrom != mail.FromAddress)
        {
            // The only way to an envelope of one's own; it shows as a Sender header.
            message.Sender = new MailAddress(mail.EnvelopeFrom);
        }

        message.Headers.Add("Message-ID", $"<{mail.MessageId}>");
        if (mail.Language.Length > 0)
        {
            message.Headers.Add("Content-Language", mail.Language);
        }

        if (mail.IsAutomatic)
        {
            message.Headers.Add("Auto-Submitted", "auto-generated");
        }

        return message;
    }

    private static MailAddress Address(string address, string name) => new(address, name, Encoding.UTF8);
}
