namespace LobbyKit.Web.Contacts;

/// <summary>One page of the list of contacts.</summary>
/// <param name="Contacts">With channels, not tracked.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Bouncing">Ids of those whose server refuses letters.</param>
/// <param name="Waiting">Ids of those with a new e-mail address that waits for another admin.</param>
/// <param name="Letters">Letters written to each, by id; none for none.</param>
public sealed record ContactListing(
    IReadOnlyList<Contact> Contacts,
    int Total,
    int Page,
    int Pages,
    IReadOnlySet<int> Bouncing,
    IReadOnlySet<int> Waiting,
    IReadOnlyDictionary<int, int> Letters);
