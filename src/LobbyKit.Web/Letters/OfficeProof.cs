using LobbyKit.Web.Campaigns;

namespace LobbyKit.Web.Letters;

/// <summary>What an office gets of one campaign.</summary>
/// <param name="Campaign">Open now.</param>
/// <param name="Letter">As a sample supporter of the office's own country would write it; null where no letter fits the office.</param>
/// <param name="Routes">The ways that supporters are offered, the best first.</param>
public sealed record OfficeProof(Campaign Campaign, ComposedLetter? Letter, IReadOnlyList<LetterRoute> Routes);
