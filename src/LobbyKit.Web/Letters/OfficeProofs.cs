using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;

namespace LobbyKit.Web.Letters;

/// <summary>Shows an office the way that letters see it.</summary>
public sealed class OfficeProofs(CampaignCatalog campaigns, LetterProofs proofs, DeliveryPolicy delivery)
{
    private const int Seed = 1;

    /// <param name="contact">With channels.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>One for each open campaign that writes to offices of its role.</returns>
    public async Task<IReadOnlyList<OfficeProof>> ShowAsync(Contact contact, CancellationToken cancellationToken)
    {
        var shown = new List<OfficeProof>();
        foreach (var campaign in (await campaigns.OpenAsync(cancellationToken)).Where(c => c.Roles.Contains(contact.Role)))
        {
            var choices = LetterChoice.For(campaign, await campaigns.LettersAsync(campaign.Id, cancellationToken), contact);
            shown.Add(new OfficeProof(
                campaign, choices.Count == 0 ? null : Compose(campaign, contact, choices[0]), LetterRoutes.To(campaign, contact, delivery.MaySendTo(contact))));
        }

        return shown;
    }

    private ComposedLetter? Compose(Campaign campaign, Contact contact, PublishedLetter letter)
    {
        try
        {
            var sample = LetterSamples.Make(LetterSamples.Nearest(letter.Language, contact.CountryCode), Seed);
            return proofs.Compose(campaign, contact, contact.CountryCode, letter, sample);
        }
        catch (Templates.LetterTooLongException)
        {
            return null;
        }
    }
}
