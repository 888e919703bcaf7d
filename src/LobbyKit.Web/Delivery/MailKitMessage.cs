#if LOBBYKIT_FULL
using MimeKit;
using MimeKit.Text;

namespace LobbyKit.Web.Delivery;

/// <summary>Writes an e-mail in the terms of MimeKit.</summary>
internal static class MailKitMessage
{
    private const int LongestLine = 78;

    /// <summary>Headers in ASCII, as every server takes them.</summary>
    public static FormatOptions Plain { get; } = new() { NewLineFormat = NewLineFormat.Dos, EnsureNewLine = true };

    /// <summary>Headers in UTF-8 (RFC 6532), for an address that cannot be written otherwise.</summary>
    public static FormatOptions International { get; } = new() { NewLineFormat = NewLineFormat.Dos, EnsureNewLine = true, International = true };

    public static MimeMessage From(OutgoingMail mail)
    {
        var text = new TextPart(TextFormat.Plain) { Text = mail.Body.ReplaceLineEndings("\r\n") };
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.Date,
            MessageId = mail.MessageId,
            Body = text,
        };
        message.From.Add(new MailboxAddress(mail.FromName, mail.FromAddress));
        message.To.Add(new MailboxAddress(mail.ToName, mail.ToAddress));
        if (mail.ReplyToAddress.Length > 0)
        {
            message.ReplyTo.Add(new MailboxAddress(mail.ReplyToName, mail.ReplyToAddress));
        }

        if (mail.Language.Length > 0)
        {
            text.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        }

        if (mail.IsAutomatic)
        {
            message.Headers.Add("Auto-Submitted", "auto-generated");
        }

        // Seven bits pass every server on the way, whatever the first one can.
        message.Prepare(EncodingConstraint.SevenBit, LongestLine);
        return message;
    }
}
#endif
