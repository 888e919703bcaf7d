using System.Collections.Concurrent;
using System.Globalization;
using LobbyKit.Templates;
using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Infrastructure.Addresses;
using LobbyKit.Web.Infrastructure.Localisation;

namespace LobbyKit.Web.Letters;

/// <summary>Makes a supporter's letter of a letter template. The same draft gives the same text on the same day.</summary>
public sealed class LetterComposer(ILetterRenderer renderer, PublicAddress address, TimeProvider clock)
{
    // A version never changes, so what was parsed once stays right. A campaign has few versions; all of them fit.
    private readonly ConcurrentDictionary<int, (ParsedTemplate Subject, ParsedTemplate Body)> parsed = new();

    /// <exception cref="InvalidOperationException">The published letter does not parse.</exception>
    /// <exception cref="LetterTooLongException">With this draft the letter would be longer than the letter language allows.</exception>
    public ComposedLetter Compose(Campaign campaign, Contact contact, PublishedLetter letter, LetterDraft draft)
    {
        var (subject, body) = parsed.GetOrAdd(letter.VersionId, static (_, l) => (Parse(l.Subject), Parse(l.Body)), letter);
        return Write(campaign, contact, letter, subject, body, draft);
    }

    /// <summary>The letter of a text that may never be saved: nothing of it is kept.</summary>
    /// <returns>Null where the text does not parse.</returns>
    /// <exception cref="LetterTooLongException">With this draft the letter would be longer than the letter language allows.</exception>
    public ComposedLetter? TryCompose(Campaign campaign, Contact contact, PublishedLetter unsaved, LetterDraft draft) =>
        LetterLanguage.Parse(unsaved.Subject).Template is { } subject && LetterLanguage.Parse(unsaved.Body).Template is { } body
            ? Write(campaign, contact, unsaved, subject, body, draft)
            : null;

    private ComposedLetter Write(
        Campaign campaign, Contact contact, PublishedLetter letter, ParsedTemplate subject, ParsedTemplate body, LetterDraft draft)
    {
        var model = Model(campaign, contact, letter.Language, draft);
        var line = string.Join(' ', renderer.Render(subject, model).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new ComposedLetter(letter.Language, letter.VersionId, line, renderer.Render(body, model).Trim('\n') + "\n");
    }

    /// <summary>What to say on the phone, in the language that the supporter reads.</summary>
    public string PhoneScript(Campaign campaign, Contact contact, LetterContent content, Letter letter, string readerLanguage)
    {
        var text = campaign.TextFor(readerLanguage);
        var draft = new LetterDraft
        {
            CountryCode = letter.CountryCode,
            Route = letter.Route,
            Name = content.SupporterName,
            Place = content.SupporterPlace,
            SubmissionKey = content.ReceiptToken,
            ReaderLanguage = readerLanguage,
        };
        return renderer.Render(Parse(text.PhoneScript), Model(campaign, contact, text.Language, draft)).Trim();
    }

    private LetterModel Model(Campaign campaign, Contact contact, string language, LetterDraft draft)
    {
        var text = campaign.TextFor(language);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(campaign.EventTimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        return new LetterModel
        {
            SupporterName = draft.Name,
            SupporterPlace = draft.Place,
            PersonalMessage = campaign.Editing == SupporterEditing.Nothing ? "" : draft.PersonalMessage,
            ContactOffice = contact.Office,
            ContactBody = contact.Body,
            ContactPerson = contact.PersonOn(today),
            ContactSalutation = contact.Salutation,
            ContactRole = contact.Role,
            ContactCountry = CountryNames.Of(contact.CountryCode, language),
            ContactCountryCode = contact.CountryCode,
            ContactG20Status = contact.G20Status,
            CountryName = CountryNames.Of(draft.CountryCode, language),
            CountryCode = draft.CountryCode,
            CampaignTitle = text.Title,
            CampaignUrl = address.Campaign(draft.ReaderLanguage, campaign.Slug),
            EventName = text.EventName,
            EventPlace = text.EventPlace,
            EventStarts = campaign.EventStarts,
            EventEnds = campaign.EventEnds,
            Today = today,
            Language = CultureInfo.GetCultureInfo(language),
            PickSeed = draft.SubmissionKey,
        };
    }

    private static ParsedTemplate Parse(string source) =>
        LetterLanguage.Parse(source) is { Template: { } template }
            ? template
            : throw new InvalidOperationException("A published letter does not parse; publishing must have refused it.");
}
