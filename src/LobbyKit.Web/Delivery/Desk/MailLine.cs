namespace LobbyKit.Web.Delivery.Desk;

/// <summary>An e-mail in a list. It says nothing of a supporter, and nothing of what is in it.</summary>
/// <param name="Id">In the outbox.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="ContactId">Null for mail to people.</param>
/// <param name="Contact">The contact's name; empty where it goes to a person.</param>
/// <param name="CampaignId">Null for mail about accounts.</param>
/// <param name="Campaign">The campaign's title.</param>
/// <param name="CreatedAt">Since when it is in the outbox.</param>
/// <param name="DueAt">Not before.</param>
/// <param name="FinishedAt">Null while it is not done with.</param>
/// <param name="Tries">So far.</param>
/// <param name="LastCode">Reply and enhanced code of the last try; empty where there was none.</param>
public sealed record MailLine(
    long Id, MailKind Kind, MailStanding Standing, int? ContactId, string Contact, int? CampaignId, string Campaign, DateTime CreatedAt, DateTime DueAt,
    DateTime? FinishedAt, int Tries, string LastCode);
