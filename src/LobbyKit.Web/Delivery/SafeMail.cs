using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace LobbyKit.Web.Delivery;

/// <summary>
/// An e-mail of which no field can do harm, whoever filled it in. Everything passes here on its way into the outbox and, because
/// the outbox is only a table, again on its way out.
/// </summary>
public static partial class SafeMail
{
    // What a body may have to lose or change: control characters, and every line break that is not LF.
    private static readonly SearchValues<char> Unfit = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\n' or '\t')), '\u2028', '\u2029']);

    /// <exception cref="ArgumentException">An address or the message id is none; names the field, never its value.</exception>
    public static OutgoingMail Of(OutgoingMail mail) => mail with
    {
        MessageId = MessageIdShape().IsMatch(mail.MessageId) ? mail.MessageId : throw Unusable(nameof(mail.MessageId)),
        EnvelopeFrom = Address(mail.EnvelopeFrom, nameof(mail.EnvelopeFrom)),
        FromAddress = Address(mail.FromAddress, nameof(mail.FromAddress)),
        FromName = HeaderText.CleanName(mail.FromName, 2 * HeaderText.LongestName),
        ReplyToAddress = mail.ReplyToAddress.Length == 0 ? "" : Address(mail.ReplyToAddress, nameof(mail.ReplyToAddress)),
        ReplyToName = HeaderText.CleanName(mail.ReplyToName),
        ToAddress = MailAddressText.TryNormaliseInternational(mail.ToAddress, out var to) ? to : throw Unusable(nameof(mail.ToAddress)),
        ToName = HeaderText.CleanName(mail.ToName),
        Subject = HeaderText.Clean(mail.Subject, HeaderText.LongestSubject),
        Language = LanguageShape().IsMatch(mail.Language) ? mail.Language : "",
        Body = Body(mail.Body),
    };

    private static string Address(string text, string field) =>
        MailAddressText.TryNormalise(text, out var address) ? address : throw Unusable(field);

    private static ArgumentException Unusable(string field) => new($"{field} cannot be used in an e-mail.");

    // Every kind of line break becomes LF; of the other control characters only the tab stays.
    private static string Body(string text)
    {
        // Nearly always: it came through here on its way into the outbox. Halves of characters are left to the loop.
        if (!text.AsSpan().ContainsAny(Unfit) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var body = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune))
            {
                body.Append(rune);
            }
        }

        return body.ToString();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.+_-]{1,100}@[A-Za-z0-9.-]{1,253}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MessageIdShape();

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8}){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageShape();
}
