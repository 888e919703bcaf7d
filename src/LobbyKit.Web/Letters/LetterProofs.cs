using System.Globalization;
using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Delivery;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Web.Letters;

/// <summary>Shows organisers a letter, saved or not, as supporters would write it.</summary>
public sealed class LetterProofs(ContactDirectory contacts, CampaignCatalog campaigns, LetterComposer composer, MailAddresses addresses, TimeProvider clock)
{
    /// <summary>What stands for the sample supporter's address: a name that is reserved and belongs to nobody.</summary>
    public const string SampleAddress = "sample@supporter.example";

    /// <summary>The office asked for; else the supporter's country's, the nearest to it, any.</summary>
    public async Task<Contact?> OfficeAsync(Campaign campaign, string countryCode, int? contactId, CancellationToken cancellationToken)
    {
        if (contactId is { } id && await contacts.FindAsync(id, cancellationToken) is { } chosen)
        {
            return chosen;
        }

        var offices = await contacts.OfficesAsync(campaign, countryCode, cancellationToken);
        if (offices.Count == 0)
        {
            offices = await contacts.NearestAsync(campaign, countryCode, cancellationToken);
        }

        return offices.Count > 0 ? offices[0] : (await contacts.AllOfficesAsync(campaign, cancellationToken)).Values.FirstOrDefault()?[0];
    }

    public async Task<LetterProof> ShowAsync(
        Campaign campaign, Contact contact, string countryCode, PublishedLetter text, LetterSample sample, CancellationToken cancellationToken)
    {
        ComposedLetter? letter = null;
        var remark = "";
        try
        {
            letter = Compose(campaign, contact, countryCode, text, sample);
        }
        catch (LetterTooLongException)
        {
            remark = $"This letter would be longer than {LetterLimits.LetterLength} characters.";
        }

        if (letter is not null)
        {
            var choices = LetterChoice.For(campaign, await campaigns.LettersAsync(campaign.Id, cancellationToken), contact);
            remark = text.CountryCode.Length > 0 && text.CountryCode != contact.CountryCode
                ? $"This letter is only for offices of {CountryNames.Of(text.CountryCode, "en")}; {contact.Office} never gets it."
                : choices.Count > 0 && choices.All(c => c.Language != text.Language)
                    ? $"Who writes to this office gets the letter in {string.Join(", ", choices.Select(c => SpokenLanguage.Name(c.Language)))}, not this one."
                    : "";
        }

        return new LetterProof(letter, contact, countryCode, sample, letter is null ? [] : [.. Headers(campaign, contact, sample, letter)], remark);
    }

    /// <returns>Null where the text has problems.</returns>
    /// <exception cref="LetterTooLongException">With this sample the letter would be too long.</exception>
    public ComposedLetter? Compose(Campaign campaign, Contact contact, string countryCode, PublishedLetter text, LetterSample sample) =>
        composer.TryCompose(campaign, contact, text, new LetterDraft
        {
            CountryCode = countryCode,
            Route = LetterRoute.Server,
            Name = Fit(sample.Name, LetterLimits.FieldLength),
            Place = Fit(sample.Place, LetterLimits.FieldLength),
            PersonalMessage = Fit(sample.PersonalMessage, LetterLimits.PersonalMessageLength),
            SubmissionKey = $"sample {sample.Seed}",
            ReaderLanguage = "en",
        });

    private IEnumerable<(string Name, string Value)> Headers(Campaign campaign, Contact contact, LetterSample sample, ComposedLetter letter)
    {
        yield return ("Date", clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture));
        yield return ("From", $"{MailAddresses.NameVia(sample.Name, campaign.SenderName)} <{addresses.FromAddress}>");
        yield return ("Reply-To", $"{HeaderText.CleanName(sample.Name)} <{SampleAddress}>");
        yield return ("To", contact.Channel(ChannelKind.Email) is { } email
            ? $"{HeaderText.CleanName(contact.Office)} <{email.Address}>"
            : $"{HeaderText.CleanName(contact.Office)} (has no e-mail address: this letter goes another way)");
        yield return ("Subject", HeaderText.Clean(letter.Subject, HeaderText.LongestSubject));
        yield return ("Content-Language", letter.Language);
        yield return ("Content-Type", "text/plain; charset=utf-8");
    }

    private static string Fit(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
