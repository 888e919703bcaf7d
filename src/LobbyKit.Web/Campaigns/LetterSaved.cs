namespace LobbyKit.Web.Campaigns;

/// <summary>What came of saving.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Version">The new version; the one that is there already where nothing was saved.</param>
public sealed record LetterSaved(LetterSaveOutcome Outcome, LetterTemplateVersion? Version);
