namespace LobbyKit.Web.Campaigns;

/// <summary>The version of a letter template that supporters get.</summary>
/// <param name="VersionId">Never means another text.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="CountryCode">The country of the offices that it is for; empty for all.</param>
/// <param name="Subject">Source text in the letter language.</param>
/// <param name="Body">Source text in the letter language.</param>
public sealed record PublishedLetter(int VersionId, string Language, string CountryCode, string Subject, string Body);
