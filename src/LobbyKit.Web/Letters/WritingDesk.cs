using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Letters;

/// <summary>Finds what a supporter can write, and shows the letter before it is one.</summary>
public sealed class WritingDesk(
    ContactDirectory contacts, CampaignCatalog campaigns, LetterComposer composer, DeliveryPolicy delivery, TimeProvider clock)
{
    public bool IsOpen(Campaign campaign) => campaign.IsOpen(clock.GetUtcNow().UtcDateTime);

    /// <param name="campaign">The campaign.</param>
    /// <param name="countryCode">The supporter's country.</param>
    /// <param name="contactId">The office that the supporter chose; null for the campaign's first choice.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <returns>Null where there is no office to write to.</returns>
    public async Task<WritingOffer?> OfferAsync(Campaign campaign, string countryCode, int? contactId, CancellationToken cancellationToken)
    {
        var offices = await contacts.OfficesAsync(campaign, countryCode, cancellationToken);
        var contact = contactId is { } id
            ? offices.FirstOrDefault(c => c.Id == id) ?? await contacts.FindAsync(id, cancellationToken)
            : offices.Count > 0 ? offices[0] : null;
        if (contact is null)
        {
            return null;
        }

        var letters = await campaigns.LettersAsync(campaign.Id, cancellationToken);
        var choices = LetterChoice.For(campaign, letters, contact);
        var routes = LetterRoutes.To(campaign, contact, delivery.MaySendTo(contact));
        return choices.Count == 0 || routes.Count == 0
            ? null
            : new WritingOffer(campaign, countryCode, contact, [.. offices.Where(c => c.Id != contact.Id)], letters, choices, routes);
    }

    /// <inheritdoc cref="LetterComposer.Compose"/>
    public ComposedLetter Compose(WritingOffer offer, PublishedLetter letter, LetterDraft draft) =>
        composer.Compose(offer.Campaign, offer.Contact, letter, draft);

    /// <summary>The same letter in a language that its supporter reads; null where they read the letter itself.</summary>
    public ComposedLetter? ComposeForReader(WritingOffer offer, PublishedLetter letter, LetterDraft draft) =>
        LetterChoice.ForReader(offer.Campaign, offer.Letters, offer.Contact, letter, draft.ReaderLanguage) is { } readable
            ? composer.Compose(offer.Campaign, offer.Contact, readable, draft)
            : null;
}
