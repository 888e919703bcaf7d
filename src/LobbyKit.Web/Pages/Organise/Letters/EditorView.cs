using LobbyKit.Web.Campaigns;
using LobbyKit.Web.Contacts;
using LobbyKit.Web.Letters;

namespace LobbyKit.Web.Pages.Organise.Letters;

/// <summary>What the editor shows beside the text that is being written.</summary>
/// <param name="Source">What the letter is translated from; null for the source itself.</param>
/// <param name="Offices">The offices that the campaign writes to, by country.</param>
/// <param name="Problems">Those of the text as it stands in the form.</param>
/// <param name="Proof">The letter of the sample supporter; null where the sample's country has no office.</param>
/// <param name="Today">The date that the printed letter bears.</param>
public sealed record EditorView(
    LetterSource? Source,
    IReadOnlyDictionary<string, IReadOnlyList<Contact>> Offices,
    IReadOnlyList<LetterProblem> Problems,
    LetterProof? Proof,
    DateTime Today)
{
    public static EditorView Empty { get; } = new(null, new Dictionary<string, IReadOnlyList<Contact>>(), [], null, DateTime.MinValue);
}
