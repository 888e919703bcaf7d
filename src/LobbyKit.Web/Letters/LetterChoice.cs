using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Letters;

/// <summary>Which of a campaign's letters fit an office, and which one a reader understands.</summary>
public static class LetterChoice
{
    /// <summary>
    /// The letters in languages that the office reads, its preferred one first; the source language's where it reads none of ours.
    /// A letter for the office's country comes before one for all.
    /// </summary>
    public static IReadOnlyList<PublishedLetter> For(Campaign campaign, IReadOnlyList<PublishedLetter> letters, Contact contact)
    {
        var found = contact.Languages
            .Select(language => Best(letters, language, contact.CountryCode))
            .OfType<PublishedLetter>()
            .DistinctBy(l => l.VersionId)
            .ToList();
        if (found.Count == 0 && Best(letters, campaign.SourceLanguage, contact.CountryCode) is { } fallback)
        {
            found.Add(fallback);
        }

        return found;
    }

    /// <summary>The letter that says the same in the reader's language, else in the source language; null where that is the letter itself.</summary>
    public static PublishedLetter? ForReader(
        Campaign campaign, IReadOnlyList<PublishedLetter> letters, Contact contact, PublishedLetter letter, string readerLanguage)
    {
        if (Primary(letter.Language) == Primary(readerLanguage))
        {
            return null;
        }

        var found = Best(letters, readerLanguage, contact.CountryCode) ?? Best(letters, campaign.SourceLanguage, contact.CountryCode);
        return found?.VersionId == letter.VersionId ? null : found;
    }

    private static PublishedLetter? Best(IReadOnlyList<PublishedLetter> letters, string language, string countryCode) =>
        letters
            .Where(l => l.CountryCode.Length == 0 || l.CountryCode == countryCode)
            .Where(l => Primary(l.Language) == Primary(language))
            .OrderByDescending(l => l.CountryCode == countryCode)
            // pt-PT is better served by pt-BR than by English; by pt-PT better still.
            .ThenByDescending(l => l.Language.Equals(language, StringComparison.OrdinalIgnoreCase))
            .ThenBy(l => l.Language.Length)
            .FirstOrDefault();

    private static string Primary(string tag) => tag.Split('-')[0].ToLowerInvariant();
}
