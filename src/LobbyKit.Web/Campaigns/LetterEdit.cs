namespace LobbyKit.Web.Campaigns;

/// <summary>What an organiser hands in to be saved.</summary>
/// <param name="Subject">Source text in the letter language; problems and all.</param>
/// <param name="Body">Source text in the letter language; lines end in LF.</param>
/// <param name="Note">What was changed, for colleagues.</param>
/// <param name="StartedFrom">The number of the version that the writing began with; 0 for none.</param>
/// <param name="Author">The account's name.</param>
/// <param name="FollowsSource">Says that a translation now says what its source says.</param>
public sealed record LetterEdit(string Subject, string Body, string Note, int StartedFrom, string Author, bool FollowsSource = false);
