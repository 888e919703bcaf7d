using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Data;
using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Letters;

/// <summary>Sends an organiser a letter the way that supporters' letters go, marked as a test, to the organiser's own address and no other.</summary>
public sealed class TestLetters(
    LobbyKitDbContext db, Outbox outbox, LetterProofs proofs, ContactDirectory contacts, MailAddresses addresses, DeliverySignal signal, TimeProvider clock)
{
    public const string Mark = "[TEST]";

    /// <param name="campaign">The campaign.</param>
    /// <param name="contact">The office that the letter speaks to. It gets nothing.</param>
    /// <param name="countryCode">The sample supporter's country.</param>
    /// <param name="version">A saved version, so that what was tested can be told later.</param>
    /// <param name="versionNumber">Its number.</param>
    /// <param name="sample">The sample supporter.</param>
    /// <param name="email">The signed-in account's own address.</param>
    /// <param name="cancellationToken">Ends it before it is in the outbox.</param>
    public async Task<TestLetterResult> SendAsync(
        Campaign campaign,
        Contact contact,
        string countryCode,
        PublishedLetter version,
        int versionNumber,
        LetterSample sample,
        string email,
        CancellationToken cancellationToken)
    {
        if (!MailAddressText.TryNormalise(email, out var address))
        {
            return TestLetterResult.NoAddress;
        }

        if (await contacts.IsOfficeAddressAsync(address, cancellationToken)
            || await contacts.IsOfficeAddressAsync(EmailAddress.Canonical(address), cancellationToken))
        {
            return TestLetterResult.IsOffice;
        }

        ComposedLetter? letter;
        try
        {
            letter = proofs.Compose(campaign, contact, countryCode, version, sample);
        }
        catch (LetterTooLongException)
        {
            letter = null;
        }

        if (letter is null)
        {
            return TestLetterResult.HasProblems;
        }

        var now = clock.GetUtcNow();
        var mail = new OutgoingMail
        {
            MessageId = addresses.NewMessageId(),
            Date = now,
            EnvelopeFrom = addresses.EnvelopeFrom,
            FromName = MailAddresses.NameVia(sample.Name, campaign.SenderName),
            FromAddress = addresses.FromAddress,
            ReplyToAddress = address,
            ToAddress = address,
            Subject = $"{Mark} {letter.Subject}",
            Body = $"This is a test, sent to you only. {contact.Office} has not got it. It was made from version {versionNumber} "
                + $"with a sample supporter.\n{new string('-', 60)}\n\n{letter.Body}",
            Language = letter.Language,
            IsAutomatic = true,
        };
        outbox.Add(db, MailKind.Test, mail, campaign.Id, letter: null, contactId: null, now.UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        signal.Wake();
        return TestLetterResult.Sent;
    }
}
