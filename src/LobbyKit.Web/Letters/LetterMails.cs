using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Addresses;
using LobbyKit.Web.Infrastructure.Localisation;
using Microsoft.Extensions.Localization;

namespace LobbyKit.Web.Letters;

/// <summary>Writes the e-mails around a letter, and the letter itself as an e-mail.</summary>
public sealed class LetterMails(
    Outbox outbox, MailAddresses addresses, PublicAddress links, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>In the language of the current request, which is the supporter's.</summary>
    public void AddConfirmation(
        LobbyKitDbContext db, WritingOffer offer, Letter letter, LetterDraft draft, string confirmToken, string receiptToken, DateTime nowUtc)
    {
        var title = offer.Campaign.TextFor(draft.ReaderLanguage).Title;
        var mail = new OutgoingMail
        {
            MessageId = addresses.NewMessageId(),
            Date = clock.GetUtcNow(),
            EnvelopeFrom = addresses.EnvelopeFrom,
            FromName = offer.Campaign.SenderName,
            FromAddress = addresses.FromAddress,
            ToName = draft.Name,
            ToAddress = draft.Email,
            Subject = texts["Mail.Confirm.Subject", title],
            // Says neither what the letter is about beyond the title, nor its text: the mailbox may be read by others.
            Body = texts[
                "Mail.Confirm.Body",
                draft.Name,
                offer.Contact.Office,
                links.Confirm(draft.ReaderLanguage, confirmToken),
                links.Receipt(draft.ReaderLanguage, receiptToken)].Value.ReplaceLineEndings("\n"),
            Language = draft.ReaderLanguage,
            IsAutomatic = true,
        };
        outbox.Add(db, MailKind.Confirmation, mail, offer.Campaign.Id, letter, contactId: null, nowUtc);
    }

    public void AddLetter(LobbyKitDbContext db, Campaign campaign, Contact contact, Letter letter, LetterContent content, DateTime nowUtc)
    {
        var mail = new OutgoingMail
        {
            MessageId = addresses.NewMessageId(),
            Date = clock.GetUtcNow(),
            EnvelopeFrom = addresses.EnvelopeFrom,
            FromName = MailAddresses.NameVia(content.SupporterName, campaign.SenderName),
            FromAddress = addresses.FromAddress,
            ReplyToName = content.SupporterName,
            ReplyToAddress = content.SupporterEmail,
            ToName = contact.Office,
            // One that is no longer in use, too: the worker asks for the office's address again before it sends.
            ToAddress = contact.Channels.First(c => c.Kind == ChannelKind.Email).Address,
            Subject = content.Subject,
            Body = content.Body,
            Language = letter.Language,
        };
        outbox.Add(db, MailKind.Letter, mail, campaign.Id, letter, contact.Id, nowUtc);
    }
}
