namespace LobbyKit.Web.Delivery.Desk;

/// <summary>What can be done, or was.</summary>
/// <param name="Found">E-mails that are meant.</param>
/// <param name="Done">Those of them with which it can be done, or was. With the others it cannot: a worker has them, or they are done with.</param>
public sealed record MailActionResult(int Found, int Done);
