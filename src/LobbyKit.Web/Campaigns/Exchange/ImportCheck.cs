using LobbyKit.Web.Campaigns.Seeding;

namespace LobbyKit.Web.Campaigns.Exchange;

/// <summary>What is in a campaign's file, before anything is made of it.</summary>
/// <param name="Campaign">The campaign; null where it is refused.</param>
/// <param name="Problems">Why it is refused.</param>
/// <param name="Gaps">What is still to be done before it can be published.</param>
/// <param name="FreeSlug">Its own slug, or one like it that is not taken; empty where it is refused.</param>
public sealed record ImportCheck(Campaign? Campaign, IReadOnlyList<FileProblem> Problems, IReadOnlyList<FileProblem> Gaps, string FreeSlug);
