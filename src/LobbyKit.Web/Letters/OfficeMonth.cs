namespace LobbyKit.Web.Letters;

/// <summary>Letters to one office, of one month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Written">Confirmed or not.</param>
/// <param name="Delivered">Accepted by the office's server, or by the supporter's own hand as they say.</param>
/// <param name="Rejected">Refused by the server.</param>
/// <param name="Bounced">Reported undeliverable later.</param>
public sealed record OfficeMonth(DateOnly Month, int Written, int Delivered, int Rejected, int Bounced);
