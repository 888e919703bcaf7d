namespace LobbyKit.Web.Delivery.Desk;

/// <summary>What a list of e-mails can be narrowed to, by name.</summary>
/// <param name="Contacts">Those that have an e-mail address, or had.</param>
/// <param name="Campaigns">All.</param>
public sealed record MailChoices(IReadOnlyList<KeyValuePair<int, string>> Contacts, IReadOnlyList<KeyValuePair<int, string>> Campaigns);
