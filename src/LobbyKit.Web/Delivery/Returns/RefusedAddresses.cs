using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;

namespace LobbyKit.Web.Delivery.Returns;

/// <summary>Tells a failure that is the office's address's fault from one that is ours, or the letter's. Never saves.</summary>
public sealed class RefusedAddresses(AddressFailures failures)
{
    /// <summary>Notes what a mail server answered at once, where it is about the recipient.</summary>
    public Task NoteAsync(LobbyKitDbContext db, OutboxMail mail, DeliveryReply reply, DateTime sentAt, CancellationToken cancellationToken) =>
        mail.State == OutboxState.Rejected && reply is { Outcome: DeliveryOutcome.Rejected, Code: { } code } && IsAboutAddress(code, reply.EnhancedCode, reply.Text)
            ? NoteAsync(db, mail, reply.EnhancedCode.Length > 0 ? reply.EnhancedCode : $"{code}", sentAt, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Notes what a bounce told later.</summary>
    public Task NoteBounceAsync(LobbyKitDbContext db, OutboxMail mail, string status, CancellationToken cancellationToken) =>
        IsAboutAddress(550, status, "") ? NoteAsync(db, mail, status, mail.FinishedAt ?? mail.CreatedAt, cancellationToken) : Task.CompletedTask;

    /// <summary>Whether it says that nobody is reached there: no such address, host or domain, or one that takes no mail.</summary>
    /// <param name="code">SMTP reply code.</param>
    /// <param name="enhancedCode">Empty where there is none.</param>
    /// <param name="words">The server's; looked at where the codes say nothing.</param>
    internal static bool IsAboutAddress(int code, string enhancedCode, string words) =>
        AnswerReasons.Of(DeliveryOutcome.Rejected, code, enhancedCode) switch
        {
            AnswerReason.NoSuchAddress or AnswerReason.MailboxClosed => true,
            AnswerReason.Refused => enhancedCode == "5.4.4" || (enhancedCode is "" or "5.0.0" && BounceForms.Status(words) is "5.1.1" or "5.1.2" or "5.2.1"),
            _ => false,
        };

    private Task NoteAsync(LobbyKitDbContext db, OutboxMail mail, string code, DateTime sentAt, CancellationToken cancellationToken) =>
        mail is { Kind: MailKind.Letter, LetterId: { } letter, ContactId: { } contact }
            ? failures.NoteAsync(db, letter, contact, code, sentAt, cancellationToken)
            : Task.CompletedTask;
}
