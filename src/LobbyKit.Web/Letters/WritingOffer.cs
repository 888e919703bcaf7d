using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Letters;

/// <summary>What a supporter from one country can write: to whom, in which languages, by which routes.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="CountryCode">The supporter's country.</param>
/// <param name="Contact">The office that is written to.</param>
/// <param name="Others">The other offices on offer.</param>
/// <param name="Letters">Every published letter of the campaign.</param>
/// <param name="Choices">The letters that fit the office, the preferred language first.</param>
/// <param name="Routes">How the letter can travel, the best first.</param>
public sealed record WritingOffer(
    Campaign Campaign,
    string CountryCode,
    Contact Contact,
    IReadOnlyList<Contact> Others,
    IReadOnlyList<PublishedLetter> Letters,
    IReadOnlyList<PublishedLetter> Choices,
    IReadOnlyList<LetterRoute> Routes)
{
    /// <summary>The letter in the asked language where it fits the office, else the first that does.</summary>
    public PublishedLetter Choice(string? language) =>
        Choices.FirstOrDefault(l => l.Language.Equals(language, StringComparison.OrdinalIgnoreCase)) ?? Choices[0];
}
