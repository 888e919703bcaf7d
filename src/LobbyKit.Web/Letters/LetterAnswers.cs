using System.Globalization;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Addresses;
using LobbyKit.Web.Infrastructure.Localisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LobbyKit.Web.Letters;

/// <summary>Writes to supporters what became of their letter, in the language in which they read the pages. Never saves.</summary>
public sealed class LetterAnswers(Outbox outbox, MailAddresses addresses, PublicAddress links, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    private const int LongestText = 50_000;

    /// <summary>Passes on what the office wrote to our address, so that a reply goes to the office.</summary>
    public async Task AddAsync(LobbyKitDbContext db, Letter letter, LetterContent content, OfficeAnswer answer, CancellationToken cancellationToken)
    {
        var (sender, office) = await NamesAsync(db, letter, cancellationToken);
        var text = answer.Text.Length <= LongestText ? answer.Text.Trim() : answer.Text[..LongestText] + "\n[…]";
        Write(letter, () => Add(db, letter, content, sender, texts["Mail.Answer.Subject", office], string.Join("\n\n", new[]
        {
            texts["Mail.Answer.Body", content.SupporterName, office, answer.FromAddress].Value.ReplaceLineEndings("\n").Trim(),
            answer.Attachments.Count == 0 ? "" : texts["Mail.Answer.Files", string.Join(", ", answer.Attachments.Select(a => HeaderText.Clean(a, HeaderText.LongestName)))].Value,
            new string('-', 60),
            answer.Subject,
            text,
        }.Where(p => p.Length > 0)), answer.FromAddress));
    }

    /// <summary>Says that a letter cannot be delivered by e-mail, and where another way is.</summary>
    public async Task AddUndeliveredAsync(LobbyKitDbContext db, Letter letter, LetterContent content, CancellationToken cancellationToken)
    {
        var (sender, office) = await NamesAsync(db, letter, cancellationToken);
        Write(letter, () => Add(
            db, letter, content, sender, texts["Mail.Undelivered.Subject"],
            texts["Mail.Undelivered.Body", content.SupporterName, office, links.Receipt(letter.ReaderLanguage, content.ReceiptToken)].Value.ReplaceLineEndings("\n"),
            replyTo: ""));
    }

    private static async Task<(string Sender, string Office)> NamesAsync(LobbyKitDbContext db, Letter letter, CancellationToken cancellationToken) => (
        await db.Campaigns.Where(c => c.Id == letter.CampaignId).Select(c => c.SenderName).FirstAsync(cancellationToken),
        await db.Contacts.Where(c => c.Id == letter.ContactId).Select(c => c.Office).FirstAsync(cancellationToken));

    // No request says which language it is.
    private static void Write(Letter letter, Action write)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(letter.ReaderLanguage);
            write();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private void Add(LobbyKitDbContext db, Letter letter, LetterContent content, string sender, string subject, string body, string replyTo) => outbox.Add(
        db,
        MailKind.Notice,
        new OutgoingMail
        {
            MessageId = addresses.NewMessageId(),
            Date = clock.GetUtcNow(),
            EnvelopeFrom = addresses.EnvelopeFrom,
            FromName = sender,
            FromAddress = addresses.FromAddress,
            ReplyToAddress = replyTo,
            ToName = content.SupporterName,
            ToAddress = content.SupporterEmail,
            Subject = subject,
            Body = body,
            Language = letter.ReaderLanguage,
            IsAutomatic = true,
        },
        letter.CampaignId, letter, contactId: null, clock.GetUtcNow().UtcDateTime);
}
