namespace LobbyKit.Web.Delivery.Desk;

/// <summary>A part of a list.</summary>
/// <param name="Lines">What waits or is held: the longest due first. What is done with: the latest first.</param>
/// <param name="Next">Where the next part begins; null where this is the last.</param>
public sealed record MailList(IReadOnlyList<MailLine> Lines, MailPlace? Next);
