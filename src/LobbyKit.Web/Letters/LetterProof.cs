using LobbyKit.Web.Contacts;

namespace LobbyKit.Web.Letters;

/// <summary>A letter as one sample supporter's would look.</summary>
/// <param name="Letter">Null where the text has problems or the letter would be too long.</param>
/// <param name="Contact">The office that it goes to.</param>
/// <param name="CountryCode">The sample supporter's country.</param>
/// <param name="Sample">The sample supporter.</param>
/// <param name="Headers">What the e-mail's header would say, in order.</param>
/// <param name="Remark">What an organiser should know about this combination; empty for nothing.</param>
public sealed record LetterProof(
    ComposedLetter? Letter,
    Contact Contact,
    string CountryCode,
    LetterSample Sample,
    IReadOnlyList<(string Name, string Value)> Headers,
    string Remark);
