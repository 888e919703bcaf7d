#if LOBBYKIT_FULL
using MailKit.Net.Smtp;
using MimeKit;

namespace LobbyKit.Web.Delivery;

/// <summary>MailKit's client, but for one thing: it sends messages as they are handed to it.</summary>
internal sealed class MailKitClient : SmtpClient
{
    // A message is in seven bits when it comes here, and may be signed: writing it anew would break the signature.
    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
    }

    /// <summary>Whether the server takes addresses with letters outside ASCII before the @ (RFC 6531).</summary>
    public bool TakesInternationalAddresses =>
        Capabilities.HasFlag(SmtpCapabilities.UTF8) && Capabilities.HasFlag(SmtpCapabilities.EightBitMime);

    /// <summary>Whether the server has said how much it takes, and this is more.</summary>
    public bool IsTooLarge(OutgoingMail mail, FormatOptions format, MimeMessage message)
    {
        // Encoded, a character takes twelve bytes at the most; to measure a message is to write it once more.
        const int MostBytesEach = 12;
        const int MostHeaders = 32 * 1024;
        return Capabilities.HasFlag(SmtpCapabilities.Size) && MaxSize > 0
            && ((long)mail.Body.Length * MostBytesEach) + MostHeaders > MaxSize
            && GetSize(format, message, CancellationToken.None) > MaxSize;
    }
}
#endif
